package io.opspipeline.dispatcher;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.ports.market.Split;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the data feed shows: stocks, contracts and their quotes, seen at the moment of asking.
final class Board implements OptionChains, MarketData {

    private final Clock clock;
    private final Map<Ticker, Quote> stocks = new TreeMap<>();
    private final Map<String, OccSymbol> contracts = new TreeMap<>();
    private final Map<OccSymbol, Quote> quotes = new HashMap<>();
    private final Map<OccSymbol, Quote> later = new HashMap<>();
    private final Set<Ticker> broken = new HashSet<>();
    private boolean silent;
    private Optional<Runnable> meanwhile = Optional.empty();

    Board(Clock clock) {
        this.clock = clock;
    }

    void stock(Ticker ticker, String bid, String ask) {
        stocks.put(ticker, quote(bid, ask));
    }

    /// Lists a contract of the penny program, volume 1,000, and quotes it.
    void contract(String symbol, String bid, String ask) {
        OccSymbol contract = OccSymbol.parse(symbol);
        contracts.put(symbol, contract);
        quotes.put(contract, quote(bid, ask));
    }

    /// What single-contract look-ups show from now on; the chain still shows the old quote.
    void requoted(String symbol, String bid, String ask) {
        later.put(OccSymbol.parse(symbol), quote(bid, ask));
    }

    /// The feed drops the quote of a contract.
    void drop(String symbol) {
        quotes.remove(OccSymbol.parse(symbol));
        later.remove(OccSymbol.parse(symbol));
    }

    /// Look-ups of a chain break in a way that nobody foresaw.
    void breakFor(Ticker ticker) {
        broken.add(ticker);
    }

    /// Something happens while the next chain is read.
    void onceRead(Runnable event) {
        meanwhile = Optional.of(event);
    }

    /// The feed gives no readable answer.
    void silent(boolean now) {
        silent = now;
    }

    @Override
    public List<ListedContract> listed(ChainWindow window) {
        answer();
        Optional<Runnable> event = meanwhile;
        meanwhile = Optional.empty();
        event.ifPresent(Runnable::run);
        if (broken.contains(window.underlying())) {
            throw new IllegalStateException("scripted: the chain breaks");
        }
        return contracts.values().stream()
                .filter(contract -> within(window, contract))
                .map(contract ->
                        new ListedContract(
                                contract,
                                contract.underlying(),
                                100,
                                true,
                                true,
                                OptionalInt.of(800)))
                .toList();
    }

    @Override
    public List<OptionSnapshot> snapshots(ChainWindow window) {
        answer();
        return contracts.values().stream()
                .filter(contract -> within(window, contract))
                .map(contract ->
                        new OptionSnapshot(
                                contract,
                                reading(Optional.ofNullable(quotes.get(contract))),
                                OptionalLong.of(1_000),
                                OptionalLong.empty(),
                                Map.of(),
                                OptionalDouble.empty(),
                                LocalDate.of(2026, 11, 19)))
                .toList();
    }

    @Override
    public Map<OccSymbol, QuoteReading> quotes(Set<OccSymbol> asked) {
        answer();
        return asked.stream()
                .collect(
                        Collectors.toMap(
                                symbol -> symbol,
                                symbol ->
                                        reading(
                                                Optional.ofNullable(later.get(symbol))
                                                        .or(() ->
                                                                Optional.ofNullable(
                                                                        quotes.get(symbol))))));
    }

    @Override
    public Map<Ticker, StockSnapshot> snapshots(Set<Ticker> tickers) {
        answer();
        return tickers.stream()
                .filter(stocks::containsKey)
                .collect(
                        Collectors.toMap(
                                ticker -> ticker,
                                ticker ->
                                        new StockSnapshot(
                                                ticker,
                                                reading(Optional.of(stocks.get(ticker))),
                                                Optional.empty(),
                                                Optional.empty())));
    }

    @Override
    public String feed() {
        return "board";
    }

    @Override
    public Map<Ticker, List<Bar>> bars(Set<Ticker> tickers, Instant from, Instant to) {
        throw new UnsupportedOperationException("the dispatcher reads stored bars");
    }

    @Override
    public List<Split> splits(Set<Ticker> tickers, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException("the dispatcher reads no splits");
    }

    @Override
    public Set<Ticker> optionable(Set<Ticker> tickers) {
        throw new UnsupportedOperationException("the dispatcher does not choose tickers");
    }

    private void answer() {
        if (silent) {
            throw new BrokerUnavailable("scripted: the feed is silent");
        }
    }

    private QuoteReading reading(Optional<Quote> quote) {
        Instant now = clock.instant();
        return quote.<QuoteReading>map(seen -> new QuoteReading.Seen(new Sighting(seen, now, now)))
                .orElseGet(() -> new QuoteReading.Unusable(QuoteFault.MISSING, now));
    }

    private static boolean within(ChainWindow window, OccSymbol contract) {
        return contract.underlying().equals(window.underlying())
                && !contract.expiry().isBefore(window.firstExpiry())
                && !contract.expiry().isAfter(window.lastExpiry())
                && window.right().map(contract.right()::equals).orElse(true)
                && !contract.strike().isBelow(window.lowestStrike())
                && !contract.strike().isAbove(window.highestStrike());
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(Price.of(bid), Price.of(ask), 20, 20);
    }
}
