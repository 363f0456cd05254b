package io.opspipeline.domain.position;

import java.time.Duration;

/// When the exits close a position whatever its price (trading rules, section 9).
///
/// @param dayExpiry DAY on its expiry session: this long before the close
/// @param swingExpiry SWING on its expiry session: this long after the open
/// @param endOfDay DAY on any session: this long before the close
/// @param dayHold DAY: this long after the entry
/// @param swingHoldSessions SWING: in this session, the entry session being the first
/// @param swingHold SWING: this long before that session's close
public record ForcedExitTimes(
        Duration dayExpiry,
        Duration swingExpiry,
        Duration endOfDay,
        Duration dayHold,
        int swingHoldSessions,
        Duration swingHold) {

    /// The figures of the trading rules.
    public static final ForcedExitTimes DEFAULT =
            new ForcedExitTimes(
                    Duration.ofMinutes(65),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(240),
                    5,
                    Duration.ofMinutes(15));

    /// Refuses a hold of less than one session or minute.
    public ForcedExitTimes {
        if (swingHoldSessions < 1 || !dayHold.isPositive()) {
            throw new IllegalArgumentException(
                    "holds must be positive: " + swingHoldSessions + " sessions, " + dayHold);
        }
    }
}
