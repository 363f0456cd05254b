package io.opspipeline.ports.time;

import java.time.Instant;

/// Calls at an instant of the time that the process runs on: real, or virtual in lockstep.
public interface Timers {

    /// Calls the action once, at or after the instant. An instant in the past is due at once.
    ///
    /// @param due UTC
    /// @param key its place among things of the same instant
    Timer at(Instant due, TimerKey key, Runnable action);

    /// A call to come.
    interface Timer {

        /// Drops the call if it has not begun; harmless when it has.
        void cancel();
    }
}
