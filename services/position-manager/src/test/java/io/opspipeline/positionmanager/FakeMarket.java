package io.opspipeline.positionmanager;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.ports.store.TradingHalts;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Quotes that a test sets, sighted whenever they are asked for, and a stock that stands still.
final class FakeMarket implements OptionChains, Bars, TradingHalts {

    private final Map<OccSymbol, Quote> quotes = new HashMap<>();

    /// How often contracts were asked for.
    int asked;

    /// How often a contract was looked up.
    int lookedUp;

    private final Map<Ticker, TradingHalt> halts = new HashMap<>();
    private Clock clock;
    Optional<Price> underlying = Optional.of(Price.of("100"));

    /// What happens before quotes are answered.
    Consumer<Set<OccSymbol>> beforeQuotes = _ -> {};

    FakeMarket(Clock clock) {
        this.clock = clock;
    }

    void quote(String symbol, String bid, String ask) {
        quotes.put(OccSymbol.parse(symbol), new Quote(Price.of(bid), Price.of(ask), 10, 10));
    }

    void silence(String symbol) {
        quotes.remove(OccSymbol.parse(symbol));
    }

    /// Trading in the call's stock is halted, or goes on, from now on.
    void halt(boolean isOn) {
        Ticker ticker = OccSymbol.parse(Desk.CALL).underlying();
        note(List.of(new TradingHalt(ticker, isOn, "test", clock.instant())));
    }

    @Override
    public void note(List<TradingHalt> heard) {
        heard.forEach(halt -> halts.put(halt.ticker(), halt));
    }

    @Override
    public Map<Ticker, TradingHalt> newest(Set<Ticker> tickers) {
        Map<Ticker, TradingHalt> newest = new HashMap<>(halts);
        newest.keySet().retainAll(tickers);
        return newest;
    }

    /// The clock of the process that asks.
    void runOn(Clock newClock) {
        clock = newClock;
    }

    @Override
    public Map<OccSymbol, QuoteReading> quotes(Set<OccSymbol> contracts) {
        asked++;
        beforeQuotes.accept(contracts);
        return contracts.stream().collect(Collectors.toMap(Function.identity(), this::reading));
    }

    private QuoteReading reading(OccSymbol contract) {
        Quote quote = quotes.get(contract);
        Instant now = clock.instant();
        return quote == null
                ? new QuoteReading.Unusable(QuoteFault.MISSING, now)
                : new QuoteReading.Seen(new Sighting(quote, now, now));
    }

    @Override
    public List<ListedContract> listed(ChainWindow window) {
        lookedUp++;
        OccSymbol symbol =
                new OccSymbol(
                        window.underlying().symbol(),
                        window.firstExpiry(),
                        window.right().orElseThrow(),
                        window.lowestStrike());
        return List.of(
                new ListedContract(
                        symbol, window.underlying(), 100, true, true, OptionalInt.empty()));
    }

    @Override
    public List<OptionSnapshot> snapshots(ChainWindow window) {
        throw new UnsupportedOperationException("the dispatcher's");
    }

    @Override
    public String feed() {
        return "test";
    }

    @Override
    public Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before) {
        Map<Ticker, Bar> newest = new HashMap<>();
        underlying.ifPresent(price ->
                tickers.forEach(ticker -> newest.put(ticker, minute(ticker, before, price))));
        return newest;
    }

    private static Bar minute(Ticker ticker, Instant end, Price price) {
        return new Bar(ticker, end.minus(Bar.LENGTH), price, price, price, price, 1);
    }

    @Override
    public int store(List<StoredBar> bars, Instant at) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to) {
        return Map.of();
    }

    @Override
    public void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to) {
        return Map.of();
    }
}
