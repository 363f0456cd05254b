package io.opspipeline.reliability.world;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Clock and timers of all processes, which may be wrong together: the exchange's time is right.
final class ProcessTime extends Clock implements Timers {

    private final VirtualTime time;
    private volatile Duration skew = Duration.ZERO;

    ProcessTime(VirtualTime time) {
        this.time = time;
    }

    /// The clock is put so far ahead of the exchange's; behind when negative. Calls that wait come
    /// when they would have come.
    void skew(Duration by) {
        skew = by;
    }

    @Override
    public Instant instant() {
        return time.instant().plus(skew);
    }

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        return time.at(due.minus(skew), key, action);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("processes read UTC");
    }
}
