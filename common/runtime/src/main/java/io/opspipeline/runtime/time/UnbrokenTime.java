package io.opspipeline.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's time as if nobody had ever set its clock back, for measuring how long something
/// still waits. A clock that was set forward is followed: whatever was due by then is due.
final class UnbrokenTime implements InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(UnbrokenTime.class);

    /// Less than this is no more than a timer may be late anyway.
    private static final Duration NOTICEABLE = Duration.ofSeconds(1);

    private final Clock clock;
    private final LongSupplier nanoTime;
    private Instant lastShown;
    private long lastRead;
    private Duration lost = Duration.ZERO;

    /// @param nanoTime time that nobody can set, in nanoseconds from anywhere
    UnbrokenTime(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lastShown = clock.instant();
        this.lastRead = nanoTime.getAsLong();
    }

    @Override
    public synchronized Instant instant() {
        Instant shown = clock.instant();
        long read = nanoTime.getAsLong();
        Duration behind = Duration.between(shown, lastShown.plusNanos(read - lastRead));
        if (shown.isBefore(lastShown) && behind.compareTo(NOTICEABLE) > 0) {
            LOG.warn(
                    "the clock was set back by {}, to {}; what waits still waits as long",
                    behind,
                    shown);
            lost = lost.plus(behind);
        }
        lastShown = shown;
        lastRead = read;
        return shown.plus(lost);
    }
}
