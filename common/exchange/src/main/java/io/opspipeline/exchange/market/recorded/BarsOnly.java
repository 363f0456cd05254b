package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.market.generated.GeneratedChain;
import io.opspipeline.exchange.market.generated.GeneratedChains;
import io.opspipeline.exchange.market.generated.ListedStock;
import io.opspipeline.exchange.market.generated.SessionClock;
import io.opspipeline.exchange.market.generated.SessionPath;
import io.opspipeline.exchange.market.generated.StockQuotes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a market of bars alone: a path through the bars, and quotes and chains around the path.
final class BarsOnly {

    private final MarketDescription description;

    BarsOnly(MarketDescription description) {
        this.description = description;
    }

    /// @param sessions oldest first, the traded one last
    /// @param bars by ticker, oldest first; a ticker without bars on the day is left out
    Market market(List<Session> sessions, SortedMap<Ticker, List<Bar>> bars) {
        SortedMap<Ticker, RecordedStock> stocks = new TreeMap<>();
        bars.forEach((ticker, all) -> {
            if (!of(sessions.getLast(), all).isEmpty()) {
                stocks.put(ticker, stock(ticker, sessions, all));
            }
        });
        return new RecordedMarket(description, sessions, stocks);
    }

    /// One stock with a generated chain.
    ///
    /// @param all its bars, at least one of them in the traded session
    RecordedStock stock(Ticker ticker, List<Session> sessions, List<Bar> all) {
        Session traded = sessions.getLast();
        List<Bar> kept =
                all.stream()
                        .filter(bar -> !bar.start().isBefore(sessions.getFirst().open()))
                        .filter(bar -> bar.start().isBefore(traded.close()))
                        .toList();
        ListedStock listed = StockCharacter.of(ticker, traded, kept);
        SessionPath path =
                BarPath.through(of(traded, kept), new SessionClock(traded), listed.price());
        GeneratedChain chain =
                GeneratedChains.around(description.seed(), listed, listed.price(), path);
        StockQuotes quotes = new StockQuotes(description.seed(), ticker, path);
        return new RecordedStock(kept, quotes::quote, OptionBook.of(chain));
    }

    private static List<Bar> of(Session session, List<Bar> bars) {
        return bars.stream().filter(bar -> session.contains(bar.start())).toList();
    }
}
