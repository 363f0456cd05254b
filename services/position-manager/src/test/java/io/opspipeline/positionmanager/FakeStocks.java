package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A feed of stocks that has nothing but snapshots.
///
/// @param shown what it answers
record FakeStocks(Function<Set<Ticker>, Map<Ticker, StockSnapshot>> shown) implements MarketData {

    static FakeStocks none() {
        return new FakeStocks(_ -> Map.of());
    }

    @Override
    public Map<Ticker, List<Bar>> bars(Set<Ticker> tickers, Instant from, Instant to) {
        return Map.of();
    }

    @Override
    public Map<Ticker, StockSnapshot> snapshots(Set<Ticker> tickers) {
        return shown.apply(tickers);
    }

    @Override
    public List<Split> splits(Set<Ticker> tickers, LocalDate from, LocalDate to) {
        return List.of();
    }

    @Override
    public Set<Ticker> optionable(Set<Ticker> tickers) {
        return Set.of();
    }

    @Override
    public String feed() {
        return "test";
    }
}
