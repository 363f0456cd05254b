package io.opspipeline.runtime.time;

import io.opspipeline.ports.time.Pause;
import java.time.Duration;

/// Waits as long as the process's time takes in real time.
///
/// @param pace how fast that time runs
public record RealPause(Pace pace) implements Pause {

    @Override
    public void of(Duration length) throws InterruptedException {
        Thread.sleep(pace.real(length));
    }
}
