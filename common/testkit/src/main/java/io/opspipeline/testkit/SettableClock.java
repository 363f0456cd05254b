package io.opspipeline.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until a test moves it. Zone: UTC. Safe for use by many threads.
public final class SettableClock extends Clock {

    private volatile Instant now;

    /// Standing at `now`.
    public SettableClock(Instant now) {
        super();
        this.now = now;
    }

    /// Standing at an ISO instant such as `2025-01-02T14:30:00Z`.
    ///
    /// @throws java.time.format.DateTimeParseException when it is none
    public static SettableClock at(String instant) {
        return new SettableClock(Instant.parse(instant));
    }

    /// Jumps to `instant`, forward or back.
    public void set(Instant instant) {
        now = instant;
    }

    /// Moves by `step`, which may be negative.
    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /// @throws UnsupportedOperationException always: times of the pipeline are instants
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock has no zone but UTC");
    }
}
