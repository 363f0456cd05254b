package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Makes the last sessions complete: every settled minute of every ticker ends with a bar, or with
/// a record of why it has none. It goes on where it ended before; after a start, from the first of
/// those sessions.
final class BarHealing {

    private static final int CALENDAR_DAYS_PER_SESSION = 3;

    private final SessionHealing sessions;
    private final SessionCalendar calendar;
    private final Supplier<TelemetrySettings> settings;
    private final Map<Ticker, Instant> completeUntil = new TreeMap<>();
    private int reached;

    BarHealing(
            SessionHealing sessions,
            SessionCalendar calendar,
            Supplier<TelemetrySettings> settings) {
        this.sessions = sessions;
        this.calendar = calendar;
        this.settings = settings;
    }

    /// Heals, one caller at a time.
    ///
    /// @param hasStream false asks for unsettled minutes too, because nobody else brings them
    /// @return how many bars were new
    /// @throws io.opspipeline.ports.broker.BrokerUnavailable when the source gives no answer; what
    ///   was healed before stays
    synchronized int heal(Set<Ticker> tickers, Instant asOf, boolean hasStream) {
        TelemetrySettings figures = settings.get();
        completeUntil.keySet().retainAll(tickers);
        startAnewWhenItReachesFurther(figures.sessions());
        Instant settled = asOf.minus(figures.settle()).truncatedTo(ChronoUnit.MINUTES);
        Set<Ticker> everSeen = new TreeSet<>();
        int stored = 0;
        for (Session session : lastSessions(asOf, figures.sessions())) {
            var reach = new SessionHealing.Reach(hasStream ? settled : asOf, settled, asOf);
            stored += sessions.heal(session, from(tickers, session, asOf), reach, everSeen);
        }
        tickers.forEach(ticker -> completeUntil.put(ticker, settled));
        return stored;
    }

    private void startAnewWhenItReachesFurther(int sessionCount) {
        if (sessionCount > reached) {
            completeUntil.clear();
        }
        reached = sessionCount;
    }

    /// The tickers that may lack minutes of a session, and from when.
    private Map<Ticker, Instant> from(Set<Ticker> tickers, Session session, Instant asOf) {
        Map<Ticker, Instant> from = new TreeMap<>();
        for (Ticker ticker : tickers) {
            Instant since = completeUntil(ticker);
            if (since.isBefore(session.close()) && session.open().isBefore(asOf)) {
                from.put(ticker, since);
            }
        }
        return from;
    }

    private Instant completeUntil(Ticker ticker) {
        return completeUntil.getOrDefault(ticker, Instant.EPOCH);
    }

    private List<Session> lastSessions(Instant asOf, int sessionCount) {
        var today = NewYork.dateOf(asOf);
        List<Session> recent =
                calendar.between(
                        today.minusDays((long) sessionCount * CALENDAR_DAYS_PER_SESSION + 4),
                        today);
        return recent.subList(Math.max(0, recent.size() - sessionCount), recent.size());
    }
}
