package io.opspipeline.exchange.wire;

import java.time.Clock;
import java.util.function.DoubleSupplier;

/// The time of an exchange that moves by itself, told to whoever runs on it.
///
/// @param clock UTC
/// @param speed seconds of that clock per real second
public record PublishedTime(Clock clock, DoubleSupplier speed) {

    /// One frame of the clock stream, such as `2026-01-15T14:30:00Z 60.0`.
    public String text() {
        return clock.instant() + " " + speed.getAsDouble();
    }
}
