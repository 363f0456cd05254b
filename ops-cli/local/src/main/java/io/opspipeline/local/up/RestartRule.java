package io.opspipeline.local.up;

import java.time.Duration;

/// How long to wait before a process that ended is started again: soon the first time, then twice
/// as long each time, until one has run for a while.
final class RestartRule {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);

    private RestartRule() {}

    /// @param before the wait before this start; zero for the first
    /// @param ran how long the process ran
    static Duration next(Duration before, Duration ran) {
        if (before.isZero() || ran.compareTo(STEADY) >= 0) {
            return FIRST;
        }
        Duration twice = before.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
