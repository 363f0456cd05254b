package io.opspipeline.runtime.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// Another clock's instants, read in a zone.
final class ZonedClock extends Clock {

    private final Clock instants;
    private final ZoneId zone;

    ZonedClock(Clock instants, ZoneId zone) {
        this.instants = instants;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return instants.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ZonedClock(instants, other);
    }
}
