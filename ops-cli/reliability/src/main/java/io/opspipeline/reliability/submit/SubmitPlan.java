package io.opspipeline.reliability.submit;

import io.opspipeline.dispatcher.DispatcherPorts;
import java.util.function.UnaryOperator;

/// One world of submits.
///
/// @param seed of everything that is drawn
/// @param submits how many are ambiguous, at least 1
/// @param around puts something between the dispatcher and its ports; nothing, unless a test wants
///   to see what is counted without a prevention
record SubmitPlan(long seed, int submits, UnaryOperator<DispatcherPorts> around) {

    static SubmitPlan of(long seed, int submits) {
        return new SubmitPlan(seed, submits, UnaryOperator.identity());
    }
}
