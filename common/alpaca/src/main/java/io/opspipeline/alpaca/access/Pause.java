package io.opspipeline.alpaca.access;

import java.time.Duration;

/// Waits before a request goes out. The runtime lends one that sleeps; where time is virtual nobody
/// waits, because time stands still while a job runs.
@FunctionalInterface
public interface Pause {

    /// Does not wait.
    Pause NONE = _ -> {};

    /// Waits.
    ///
    /// @param length zero or more
    /// @throws InterruptedException when the process ends
    void of(Duration length) throws InterruptedException;
}
