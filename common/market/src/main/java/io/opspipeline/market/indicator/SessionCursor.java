package io.opspipeline.market.indicator;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Walks through the sessions that bars lie in.
final class SessionCursor {

    private static final int SECONDS_PER_MINUTE = 60;

    private final SessionCalendar calendar;
    private @Nullable Session session;
    private long open;
    private int length;
    private int number;

    SessionCursor(SessionCalendar calendar) {
        this.calendar = calendar;
    }

    /// Goes to the session of a bar.
    ///
    /// @throws IllegalArgumentException when no session is open then
    Step goTo(Instant start) {
        Session from = session;
        if (from != null && from.contains(start)) {
            return Step.SAME_SESSION;
        }
        Session to =
                calendar.sessionAt(start)
                        .orElseThrow(() -> new IllegalArgumentException("no session at " + start));
        enter(to);
        boolean follows = from != null && calendar.previous(to.date()).date().equals(from.date());
        return follows ? Step.NEXT_SESSION : Step.AFTER_GAP;
    }

    /// The minute of the session that a bar of it has.
    int minuteOf(Instant start) {
        return (int) ((start.getEpochSecond() - open) / SECONDS_PER_MINUTE);
    }

    /// Minutes of the session.
    int length() {
        return length;
    }

    /// Number of the session, counting up by one.
    int number() {
        return number;
    }

    private void enter(Session to) {
        session = to;
        open = to.open().getEpochSecond();
        length = to.minutes();
        number++;
    }

    /// How a bar's session lies to the one before.
    enum Step {
        /// The same.
        SAME_SESSION,
        /// The session after it.
        NEXT_SESSION,
        /// A later one, with a session without bars between; or the first of all.
        AFTER_GAP
    }
}
