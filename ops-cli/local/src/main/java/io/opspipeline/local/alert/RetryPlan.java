package io.opspipeline.local.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an alert that a channel did not take is tried again.
///
/// @param first the pause after the first try; doubled after each further one
/// @param longest no pause is longer
/// @param patience how long after it became due it is given up
record RetryPlan(Duration first, Duration longest, Duration patience) {

    private static final int MOST_DOUBLINGS = 20;

    /// 5 s doubling to 5 min, for 24 h.
    static RetryPlan standard() {
        return new RetryPlan(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(24));
    }

    /// The instant of the next try; empty when it is given up.
    ///
    /// @param attempt of the try that failed, from 1
    Optional<Instant> next(int attempt, Instant dueSince, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Instant next = now.plus(pause.compareTo(longest) > 0 ? longest : pause);
        return next.isBefore(dueSince.plus(patience)) ? Optional.of(next) : Optional.empty();
    }
}
