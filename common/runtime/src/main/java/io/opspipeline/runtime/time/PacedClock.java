package io.opspipeline.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that runs faster or slower than real time, such as that of a simulated day that is
/// traded in minutes. It reads UTC.
public final class PacedClock extends Clock implements Pace {

    private volatile Reading reading;

    /// A clock that shows an instant now and runs on from there.
    ///
    /// @param speed seconds of this clock per real second, above 0
    public PacedClock(Instant start, double speed) {
        this.reading = Reading.now(start, speed);
    }

    /// Sets it.
    ///
    /// @param speed seconds of this clock per real second, above 0
    public void set(Instant at, double speed) {
        reading = Reading.now(at, speed);
    }

    /// Seconds of this clock per real second.
    public double speed() {
        return reading.speed();
    }

    @Override
    public Instant instant() {
        return reading.runOn();
    }

    @Override
    public Duration real(Duration length) {
        return Duration.ofNanos((long) (length.toNanos() / reading.speed()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ZonedClock(this, zone);
    }

    private record Reading(Instant at, long nanoTime, double speed) {

        private Reading {
            if (!(speed > 0) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException("speed must be above 0, was " + speed);
            }
        }

        private static Reading now(Instant at, double speed) {
            return new Reading(at, System.nanoTime(), speed);
        }

        private Instant runOn() {
            return at.plusNanos((long) ((System.nanoTime() - nanoTime) * speed));
        }
    }
}
