package io.opspipeline.telemetry.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.market.Bar;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// What is stored of one ticker and session.
///
/// @param session the session
/// @param bars starts of the stored bars, UTC
/// @param gaps starts of the minutes known to have no bar, UTC
public record SessionMinutes(Session session, Set<Instant> bars, Set<Instant> gaps) {

    /// Starts of the minutes that have neither bar nor record and had closed by an instant.
    ///
    /// @param from minutes before it are not looked at, UTC
    /// @param closedBy UTC
    public NavigableSet<Instant> missing(Instant from, Instant closedBy) {
        NavigableSet<Instant> missing = new TreeSet<>();
        if (isUnavailable(closedBy)) {
            return missing;
        }
        Instant last = earlier(session.close(), closedBy).minus(Bar.LENGTH);
        for (Instant start = session.open(); !start.isAfter(last); start = start.plus(Bar.LENGTH)) {
            if (!start.isBefore(from) && !bars.contains(start) && !gaps.contains(start)) {
                missing.add(start);
            }
        }
        return missing;
    }

    /// True when the session is over and the source has nothing of it: one record, of the first
    /// minute, says so for all of them.
    private boolean isUnavailable(Instant closedBy) {
        return !session.close().isAfter(closedBy)
                && bars.isEmpty()
                && gaps.equals(Set.of(session.open()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
