package io.opspipeline.runtime.time;

import java.time.Duration;

/// Real time that has passed, for telling people how long something took; nothing decides by it.
public final class Stopwatch {

    private final long start = System.nanoTime();

    private Stopwatch() {}

    /// A watch that runs from now on.
    public static Stopwatch started() {
        return new Stopwatch();
    }

    /// Time since the start.
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
