package io.opspipeline.local.up;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the steps of a watch, which goes on whatever becomes of one. A step that fails again and
/// again is told of the first, second, fourth, eighth time.
final class StepGuard {

    private static final Logger LOG = LoggerFactory.getLogger(StepGuard.class);

    private final Map<String, Integer> failures = new HashMap<>();
    private final Told told;

    /// Hears of a step that failed.
    @FunctionalInterface
    interface Told {

        /// A step has failed.
        ///
        /// @param step what was to be done
        /// @param times how often it failed by now
        void failed(String step, Throwable failure, int times);
    }

    StepGuard(Told told) {
        this.told = told;
    }

    /// Makes a step.
    ///
    /// @param step what it does, in two or three words
    void run(String step, Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            int times = failures.merge(step, 1, Integer::sum);
            if (Integer.bitCount(times) == 1) {
                tell(step, failure, times);
            }
        }
    }

    private void tell(String step, Throwable failure, int times) {
        try {
            LOG.error("the supervisor could not {} ({})", step, times, failure);
            told.failed(step, failure, times);
        } catch (Throwable untold) {
            failure.addSuppressed(untold);
        }
    }
}
