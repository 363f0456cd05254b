package io.opspipeline.features;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.ports.market.Split;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.Splits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The stored bars that features may be made from: closed, inside a session, and of the last 10
/// sessions.
final class BarHistory {

    private static final int SESSIONS = 10;

    private final Bars bars;
    private final Splits splits;
    private final SessionCalendar calendar;

    BarHistory(Bars bars, Splits splits, SessionCalendar calendar) {
        this.bars = bars;
        this.splits = splits;
        this.calendar = calendar;
    }

    /// The last session that had opened by an instant.
    Session sessionBy(Instant asOf) {
        LocalDate date = NewYork.dateOf(asOf);
        return calendar.sessionOn(date)
                .filter(session -> !session.open().isAfter(asOf))
                .orElseGet(() -> calendar.previous(date));
    }

    /// Bars that start at an instant or later and had closed by another, by ticker and time; a
    /// ticker without any is absent.
    Map<Ticker, List<Bar>> closed(Set<Ticker> tickers, Instant from, Instant asOf) {
        Map<Ticker, List<Bar>> closed = new TreeMap<>();
        if (!tickers.isEmpty()) {
            bars.between(tickers, from, asOf)
                    .forEach((ticker, all) -> closed.put(ticker, usable(all, asOf)));
            closed.values().removeIf(List::isEmpty);
        }
        return closed;
    }

    /// The bars of the 10 sessions that end with the one of an instant.
    Map<Ticker, List<Bar>> ofTenSessions(Set<Ticker> tickers, Instant asOf) {
        return closed(tickers, calendar.sessionOn(firstDate(asOf)).orElseThrow().open(), asOf);
    }

    /// The splits within those sessions; a ticker without any is absent.
    Map<Ticker, List<Split>> splits(Set<Ticker> tickers, Instant asOf) {
        return tickers.isEmpty()
                ? Map.of()
                : splits.between(tickers, firstDate(asOf), sessionBy(asOf).date());
    }

    private LocalDate firstDate(Instant asOf) {
        LocalDate date = sessionBy(asOf).date();
        for (int i = 1; i < SESSIONS; i++) {
            date = calendar.previous(date).date();
        }
        return date;
    }

    private List<Bar> usable(List<Bar> all, Instant asOf) {
        return all.stream()
                .filter(bar -> !bar.end().isAfter(asOf) && calendar.isOpen(bar.start()))
                .toList();
    }
}
