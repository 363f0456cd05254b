package io.opspipeline.persistence.market;

import java.time.Duration;
import java.time.Instant;

/// How far back the newest bar or features before an instant are looked for. Each day is a
/// partition, and a statement without a lower bound locks them all: those of a year fill the lock
/// table of the server.
public final class RecentDays {

    /// Ten sessions, as far as bars are backfilled, with a holiday among them.
    private static final Duration LENGTH = Duration.ofDays(15);

    private RecentDays() {}

    /// The oldest instant that is looked at.
    public static Instant before(Instant asked) {
        return asked.minus(LENGTH);
    }
}
