package io.opspipeline.runtime.time;

import java.time.Duration;

/// A wait inside a call, such as before the next try of a GET.
@FunctionalInterface
public interface Pause {

    /// Waits as long as told.
    ///
    /// @throws InterruptedException when the thread is told to stop
    void pause(Duration length) throws InterruptedException;

    /// Waits in real time.
    static Pause real() {
        return Thread::sleep;
    }

    /// Does not wait: in lockstep time stands still while a call runs.
    static Pause none() {
        return _ -> {};
    }
}
