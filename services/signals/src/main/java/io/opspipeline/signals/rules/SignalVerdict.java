package io.opspipeline.signals.rules;

import io.opspipeline.domain.signal.Signal;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an evaluation came to.
public sealed interface SignalVerdict {

    /// A signal to buy.
    ///
    /// @param signal the signal with all its inputs
    record Enter(Signal signal) implements SignalVerdict {}

    /// Nothing to do.
    ///
    /// @param condition the first that failed
    /// @param miss present when it was the only one that failed
    record Hold(HoldCondition condition, Optional<Miss> miss) implements SignalVerdict {}

    /// How near a hold was to a signal.
    ///
    /// @param direction +1 bullish, -1 bearish
    /// @param confidence what it would have been believed
    record Miss(int direction, OptionalDouble confidence) {}
}
