package io.opspipeline.exchange.market.scripted;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// A market whose quotes are set from outside, before or while it is traded. Each stands from its
/// instant until the next. Any thread may look while another sets.
public final class ScriptedMarket implements Market {

    private static final long VOLUME = 2_000;
    private static final int OPEN_INTEREST = 5_000;
    private static final long BAR_VOLUME = 10_000;
    private static final int ENOUGH = 500;

    private volatile List<Session> sessions;
    private final long seed;
    private volatile Duration skew = Duration.ZERO;
    private final SortedSet<Ticker> tickers = new TreeSet<>();
    private final Map<OccSymbol, OptionListing> contracts = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Instant, Optional<Shown>>> script =
            new ConcurrentHashMap<>();

    /// An empty market.
    ///
    /// @param session the traded session
    /// @param seed of the venue's fill chances
    public ScriptedMarket(Session session, long seed) {
        this.sessions = List.of(session);
        this.seed = seed;
    }

    /// Goes on to its next session: the one before is among the prior ones. Quotes stand over the
    /// night. The driver calls it while both are closed.
    public void turnTo(Session next) {
        sessions = Stream.concat(sessions.stream(), Stream.of(next)).toList();
    }

    /// Lists a stock that stands at a price, with a spread of four cents.
    public ScriptedMarket stock(Ticker ticker, String price) {
        tickers.add(ticker);
        BigDecimal mid = new BigDecimal(price);
        BigDecimal half = new BigDecimal("0.02");
        show(ticker.symbol(), session().open(), mid.subtract(half), mid.add(half), ENOUGH, ENOUGH);
        return this;
    }

    /// Lists a contract in the penny program that stands at a quote.
    public ScriptedMarket contract(OccSymbol symbol, String bid, String ask) {
        contracts.put(symbol, new OptionListing(symbol, true, false));
        quote(symbol, session().open(), bid, ask);
        return this;
    }

    /// Moves a stock.
    ///
    /// @param from from when on, UTC
    public void price(Ticker ticker, Instant from, BigDecimal bid, BigDecimal ask) {
        show(ticker.symbol(), from, bid, ask, ENOUGH, ENOUGH);
    }

    /// Moves a contract; with plenty on both sides that have a price.
    ///
    /// @param from from when on, UTC
    public void quote(OccSymbol symbol, Instant from, String bid, String ask) {
        quote(symbol, from, new BigDecimal(bid), new BigDecimal(ask), ENOUGH, ENOUGH);
    }

    /// Moves a contract. A side at price 0 shows no size.
    ///
    /// @param from from when on, UTC
    public void quote(
            OccSymbol symbol,
            Instant from,
            BigDecimal bid,
            BigDecimal ask,
            int bidSize,
            int askSize) {
        show(symbol.toString(), from, bid, ask, bidSize, askSize);
    }

    /// A contract's quote stands still: it is shown on, but was made at an instant.
    ///
    /// @param from from when on and when it was made, UTC
    public void freeze(OccSymbol symbol, Instant from) {
        current(symbol.toString(), from)
                .ifPresent(now ->
                        put(
                                symbol.toString(),
                                from,
                                Optional.of(
                                        new Shown(
                                                now.bid(),
                                                now.ask(),
                                                now.bidSize(),
                                                now.askSize(),
                                                Optional.of(from)))));
    }

    /// The clock that stamps quotes is wrong.
    ///
    /// @param by how far ahead it is; negative when it is behind
    public void skew(Duration by) {
        skew = by;
    }

    /// An instrument shows nothing any more.
    ///
    /// @param symbol a ticker or an OCC symbol
    /// @param from from when on, UTC
    public void silence(String symbol, Instant from) {
        put(symbol, from, Optional.empty());
    }

    @Override
    public MarketDescription description() {
        return new MarketDescription(session().date(), "scripted", seed, List.of());
    }

    @Override
    public Session session() {
        return sessions.getLast();
    }

    @Override
    public List<Session> priorSessions() {
        List<Session> known = sessions;
        return known.subList(0, known.size() - 1);
    }

    @Override
    public SortedSet<Ticker> tickers() {
        return new TreeSet<>(tickers);
    }

    /// Every minute closes at the stock's mid.
    @Override
    public List<Bar> bars(Ticker ticker, Instant from, Instant to) {
        return sessions.stream()
                .flatMap(session -> bars(ticker, session, from, to).stream())
                .toList();
    }

    private List<Bar> bars(Ticker ticker, Session session, Instant from, Instant to) {
        List<Bar> bars = new ArrayList<>();
        for (Instant start = later(from, session.open());
                start.isBefore(to) && start.isBefore(session.close());
                start = start.plus(Bar.LENGTH)) {
            Instant minute = start;
            stockQuote(ticker, start.plus(Bar.LENGTH))
                    .ifPresent(quote -> bars.add(bar(ticker, minute, quote.mid())));
        }
        return bars;
    }

    @Override
    public Optional<RawQuote> stockQuote(Ticker ticker, Instant at) {
        return current(ticker.symbol(), at).map(shown -> shown.at(at.plus(skew)));
    }

    @Override
    public Collection<OptionListing> options(Ticker ticker) {
        return contracts.values().stream()
                .filter(listing -> listing.symbol().underlying().equals(ticker))
                .sorted(Comparator.comparing(listing -> listing.symbol().toString()))
                .toList();
    }

    @Override
    public Optional<OptionListing> option(OccSymbol symbol) {
        return Optional.ofNullable(contracts.get(symbol));
    }

    @Override
    public Optional<RawQuote> optionQuote(OccSymbol symbol, Instant at) {
        return current(symbol.toString(), at).map(shown -> shown.at(at.plus(skew)));
    }

    @Override
    public OptionalLong optionVolume(OccSymbol symbol, Instant at) {
        return OptionalLong.of(VOLUME);
    }

    @Override
    public OptionalLong previousOptionVolume(OccSymbol symbol) {
        return OptionalLong.of(VOLUME);
    }

    @Override
    public OptionalInt openInterest(OccSymbol symbol) {
        return OptionalInt.of(OPEN_INTEREST);
    }

    private void show(
            String symbol, Instant from, BigDecimal bid, BigDecimal ask, int bidSize, int askSize) {
        int bids = bid.signum() > 0 ? bidSize : 0;
        int asks = ask.signum() > 0 ? askSize : 0;
        put(symbol, from, Optional.of(new Shown(bid, ask, bids, asks, Optional.empty())));
    }

    private void put(String symbol, Instant from, Optional<Shown> shown) {
        script.computeIfAbsent(symbol, _ -> new ConcurrentSkipListMap<>()).put(from, shown);
    }

    private Optional<Shown> current(String symbol, Instant at) {
        return Optional.ofNullable(script.get(symbol))
                .map(shown -> shown.floorEntry(at))
                .flatMap(Map.Entry::getValue);
    }

    private static Bar bar(Ticker ticker, Instant start, BigDecimal mid) {
        Price price = Price.of(mid.setScale(2, RoundingMode.HALF_EVEN).toPlainString());
        return new Bar(ticker, start, price, price, price, price, BAR_VOLUME);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
