package io.opspipeline.ports.time;

import java.time.Duration;

/// A wait inside a call, such as before the next try of a GET. The runtime lends one that waits;
/// where time is virtual nobody waits, because time stands still while a call runs.
@FunctionalInterface
public interface Pause {

    /// Does not wait.
    Pause NONE = _ -> {};

    /// Waits.
    ///
    /// @param length zero or more, of the time that the process runs on
    /// @throws InterruptedException when the thread is told to stop
    void of(Duration length) throws InterruptedException;
}
