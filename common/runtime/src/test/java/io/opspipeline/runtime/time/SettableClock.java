package io.opspipeline.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that runs as another does, until it is set.
public final class SettableClock extends Clock {

    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    public SettableClock(Clock clock) {
        this.clock = clock;
    }

    /// Sets it, by so much.
    public void set(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ZonedClock(this, zone);
    }
}
