package io.opspipeline.exchange.wire.prices;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The market's bars that have closed by an instant.
///
/// @param market what is traded
/// @param now the venue's time, UTC
public record ClosedBars(Market market, Instant now) {

    /// Minute bars that start in [from, to), oldest first; none of an unknown ticker.
    public List<Bar> minutes(Ticker ticker, Instant from, Instant to) {
        return from.isBefore(to)
                ? market.bars(ticker, from, to).stream()
                        .filter(bar -> !bar.end().isAfter(now))
                        .toList()
                : List.of();
    }

    /// The day bars that there are, oldest first; that of today is unfinished.
    List<BarRow> days(Ticker ticker) {
        return sessions().flatMap(session -> day(ticker, session).stream()).toList();
    }

    /// The last minute bar.
    Optional<Bar> last(Ticker ticker) {
        return sessions().toList().reversed().stream()
                .map(session -> minutes(ticker, session))
                .filter(bars -> !bars.isEmpty())
                .findFirst()
                .map(List::getLast);
    }

    private Optional<BarRow> day(Ticker ticker, Session session) {
        List<Bar> bars = minutes(ticker, session);
        return bars.isEmpty() ? Optional.empty() : Optional.of(BarRow.ofDay(session, bars));
    }

    private List<Bar> minutes(Ticker ticker, Session session) {
        return minutes(ticker, session.open(), session.close());
    }

    private Stream<Session> sessions() {
        return Stream.concat(market.priorSessions().stream(), Stream.of(market.session()))
                .filter(session -> session.open().isBefore(now));
    }
}
