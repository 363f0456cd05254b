package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.calendar.Session;
import java.time.Duration;
import java.time.Instant;

/// The 5-second steps of a session: prices change at :00, :05, ... of each minute; step 0 is the
/// open and the last step the close.
///
/// @param session the session
public record SessionClock(Session session) {

    /// Seconds between two prices.
    public static final int STEP_SECONDS = 5;

    /// Steps in a minute.
    public static final int STEPS_PER_MINUTE = 60 / STEP_SECONDS;

    /// The last step, which is the close.
    public int lastStep() {
        return session.minutes() * STEPS_PER_MINUTE;
    }

    /// The step that is current at an instant; the last one after the close.
    ///
    /// @throws IllegalArgumentException before the open, where there is no price
    public int stepAt(Instant at) {
        if (isBeforeOpen(at)) {
            throw new IllegalArgumentException(
                    "no price at %s, before the open at %s".formatted(at, session.open()));
        }
        long step = Duration.between(session.open(), at).toSeconds() / STEP_SECONDS;
        return (int) Math.min(step, lastStep());
    }

    /// True while the session has no price yet.
    public boolean isBeforeOpen(Instant at) {
        return at.isBefore(session.open());
    }

    /// The instant a step begins.
    public Instant instantOf(int step) {
        return session.open().plusSeconds((long) step * STEP_SECONDS);
    }

    /// The first instant of a minute of the session, 0 being the first.
    public Instant minuteStart(int minute) {
        return session.open().plusSeconds(60L * minute);
    }
}
