package io.opspipeline.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The sessions of every day that is known: 2013 to 2029 by the exchange's own rules, with the
/// broker's list in place of them where it was read.
public final class SessionCalendar {

    private static final SessionCalendar NYSE = new SessionCalendar(NyseRules.sessions());

    private final NavigableMap<LocalDate, Session> sessions;

    private SessionCalendar(NavigableMap<LocalDate, Session> sessions) {
        this.sessions = sessions;
    }

    /// The sessions by the exchange's rules and one-off closures, 2013 to 2029.
    public static SessionCalendar nyse() {
        return NYSE;
    }

    /// This calendar with the broker's list in place of its own days in [from, to].
    public SessionCalendar with(Collection<Session> brokers, LocalDate from, LocalDate to) {
        requireKnown(from);
        requireKnown(to);
        NavigableMap<LocalDate, Session> merged = new TreeMap<>(sessions);
        merged.subMap(from, true, to, true).clear();
        brokers.forEach(session -> merged.put(session.date(), session));
        return new SessionCalendar(merged);
    }

    /// The session of a New York date; empty on a weekend or holiday.
    ///
    /// @throws IllegalArgumentException outside 2013 to 2029, as every method here
    public Optional<Session> sessionOn(LocalDate date) {
        requireKnown(date);
        return Optional.ofNullable(sessions.get(date));
    }

    /// The session that is open at an instant.
    public Optional<Session> sessionAt(Instant instant) {
        return sessionOn(NewYork.dateOf(instant)).filter(session -> session.contains(instant));
    }

    /// True while a session is open.
    public boolean isOpen(Instant instant) {
        return sessionAt(instant).isPresent();
    }

    /// The first session after a date.
    public Session next(LocalDate after) {
        requireKnown(after);
        return known(sessions.higherEntry(after), "after", after);
    }

    /// The last session before a date.
    public Session previous(LocalDate before) {
        requireKnown(before);
        return known(sessions.lowerEntry(before), "before", before);
    }

    /// The last session on or before a date.
    public Session lastOnOrBefore(LocalDate date) {
        requireKnown(date);
        return known(sessions.floorEntry(date), "on or before", date);
    }

    /// The session that is the n-th counted from a session, that one being the first.
    ///
    /// @param first date of a session
    /// @param n 1 or more
    public Session sessionsAfter(LocalDate first, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        Session session =
                sessionOn(first)
                        .orElseThrow(
                                () -> new IllegalArgumentException(first + " is not a session"));
        for (int i = 1; i < n; i++) {
            session = next(session.date());
        }
        return session;
    }

    /// Every session with a date in [from, to], oldest first.
    public List<Session> between(LocalDate from, LocalDate to) {
        requireKnown(from);
        requireKnown(to);
        return List.copyOf(sessions.subMap(from, true, to, true).values());
    }

    /// The time within [from, to) that a session was open.
    public Duration openTime(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Session session : between(NewYork.dateOf(from), NewYork.dateOf(to))) {
            Instant start = session.open().isAfter(from) ? session.open() : from;
            Instant end = session.close().isBefore(to) ? session.close() : to;
            if (start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    private static Session known(
            java.util.Map.@org.jspecify.annotations.Nullable Entry<LocalDate, Session> entry,
            String where,
            LocalDate date) {
        if (entry == null) {
            throw new IllegalArgumentException("no known session " + where + " " + date);
        }
        return entry.getValue();
    }

    private static void requireKnown(LocalDate date) {
        if (date.getYear() < NyseRules.FIRST_YEAR || date.getYear() > NyseRules.LAST_YEAR) {
            throw new IllegalArgumentException(
                    "the session calendar knows %d to %d, was asked for %s"
                            .formatted(NyseRules.FIRST_YEAR, NyseRules.LAST_YEAR, date));
        }
    }
}
