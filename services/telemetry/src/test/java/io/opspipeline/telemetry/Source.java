package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A source of prices that a test fills and breaks.
final class Source implements MarketData {

    static final Ticker NVDA = Ticker.of("NVDA");
    static final Ticker AAPL = Ticker.of("AAPL");
    static final Ticker SPY = Ticker.of("SPY");

    final List<String> asked = new ArrayList<>();
    final List<Split> splits = new ArrayList<>();
    boolean isDown;
    private final Map<Ticker, NavigableMap<Instant, Bar>> bars = new TreeMap<>();

    /// A bar of a ticker at 100 dollars.
    static Bar bar(Ticker ticker, Instant start) {
        return bar(ticker, start, "100");
    }

    static Bar bar(Ticker ticker, Instant start, String dollars) {
        Price price = Price.of(dollars);
        return new Bar(ticker, start, price, price, price, price, 1_000);
    }

    /// Has bars of every minute in [from, to).
    Source with(Ticker ticker, Instant from, Instant to) {
        for (Instant start = from; start.isBefore(to); start = start.plusSeconds(60)) {
            with(bar(ticker, start));
        }
        return this;
    }

    Source with(Bar bar) {
        bars.computeIfAbsent(bar.ticker(), _ -> new TreeMap<>()).put(bar.start(), bar);
        return this;
    }

    Source without(Ticker ticker, Instant start) {
        bars.getOrDefault(ticker, new TreeMap<>()).remove(start);
        return this;
    }

    @Override
    public Map<Ticker, List<Bar>> bars(Set<Ticker> tickers, Instant from, Instant to) {
        requireUp();
        asked.add("%s %s %s".formatted(tickers, from, to));
        Map<Ticker, List<Bar>> found = new TreeMap<>();
        for (Ticker ticker : tickers) {
            var some = bars.getOrDefault(ticker, new TreeMap<>()).subMap(from, true, to, false);
            if (!some.isEmpty()) {
                found.put(ticker, List.copyOf(some.values()));
            }
        }
        return found;
    }

    @Override
    public Map<Ticker, StockSnapshot> snapshots(Set<Ticker> tickers) {
        requireUp();
        Map<Ticker, StockSnapshot> found = new TreeMap<>();
        bars.keySet().stream()
                .filter(tickers::contains)
                .forEach(ticker -> found.put(ticker, snapshot(ticker)));
        return found;
    }

    @Override
    public List<Split> splits(Set<Ticker> tickers, LocalDate from, LocalDate to) {
        requireUp();
        asked.add("splits %s".formatted(tickers));
        return splits.stream().filter(split -> tickers.contains(split.ticker())).toList();
    }

    @Override
    public Set<Ticker> optionable(Set<Ticker> tickers) {
        return tickers;
    }

    @Override
    public String feed() {
        return "sip";
    }

    private static StockSnapshot snapshot(Ticker ticker) {
        var quote = new Quote(Price.of("99.99"), Price.of("100.01"), 1, 1);
        var seen = new QuoteReading.Seen(new Sighting(quote, Instant.EPOCH, Instant.EPOCH));
        return new StockSnapshot(ticker, seen, Optional.empty(), Optional.empty());
    }

    private void requireUp() {
        if (isDown) {
            throw new BrokerUnavailable("the source is down");
        }
    }
}
