package io.opspipeline.runtime.health;

import io.opspipeline.domain.calendar.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a signal is read, and whether the market is open then.
///
/// @param asOf now, UTC
/// @param session the session that is open; empty while the market is closed
public record HealthMoment(Instant asOf, Optional<Session> session) {

    /// Clocks of two machines may differ by so much.
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /// The verdict on something that should be seen again and again during a session. Its age
    /// counts from the open at the earliest, because the night is no delay. What was seen in the
    /// future was seen by a clock that is wrong, and proves nothing.
    ///
    /// @param lastSeen when it was last seen; empty when it never was, which is unhealthy at any
    ///   time
    /// @param limit the oldest good age
    public HealthReading lag(Optional<Instant> lastSeen, Duration limit) {
        if (lastSeen.isEmpty()) {
            return HealthReading.unhealthy("never seen");
        }
        if (session.isEmpty()) {
            return HealthReading.silent("market closed; last seen " + lastSeen.get());
        }
        Duration ahead = Duration.between(asOf, lastSeen.get());
        if (ahead.compareTo(AHEAD) > 0) {
            return HealthReading.unhealthy(ahead.toSeconds() + " s in the future");
        }
        Duration age = Duration.between(later(lastSeen.get(), session.get().open()), asOf);
        String detail = "%d s old, limit %d s".formatted(age.toSeconds(), limit.toSeconds());
        return age.compareTo(limit) <= 0
                ? HealthReading.healthy(detail)
                : HealthReading.unhealthy(detail);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
