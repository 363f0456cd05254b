package io.opspipeline.runtime.time;

import java.time.Duration;

/// How fast the time of the process runs beside real time.
@FunctionalInterface
public interface Pace {

    /// The speed of real time.
    Pace REAL = length -> length;

    /// How long a stretch of the process's time takes in real time.
    Duration real(Duration length);
}
