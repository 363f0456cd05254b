package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A market drawn from a seed: three earlier sessions of bars and a traded one, prices every 5
/// seconds, option chains priced on demand. Everything is a function of (seed, ticker, purpose), so
/// neither the order of questions nor the set of tickers asked for changes an answer.
public final class GeneratedMarket implements Market {

    /// The default day: Thursday 2025-06-12, with ordinary sessions around it, so that Friday's
    /// weeklies are one day from expiry on every stock.
    public static final LocalDate DEFAULT_DAY = LocalDate.of(2025, 6, 12);

    private static final int PRIOR_SESSIONS = 3;

    private final MarketDescription description;
    private final List<Session> sessions;
    private final Map<Ticker, ListedStock> stocks;
    private final Function<ListedStock, StockDay> generator;
    private final Map<Ticker, StockDay> days = new ConcurrentHashMap<>();

    private GeneratedMarket(
            MarketDescription description,
            List<Session> sessions,
            Collection<ListedStock> stocks,
            Function<ListedStock, StockDay> generator) {
        this.description = description;
        this.sessions = sessions;
        this.stocks = new TreeMap<>();
        stocks.forEach(stock -> this.stocks.put(stock.ticker(), stock));
        this.generator = generator;
    }

    /// The active market on the default day with the default listings.
    public static GeneratedMarket active(long seed) {
        return active(seed, DEFAULT_DAY, DefaultListings.all());
    }

    /// An active market: spells of drift, jumps, a session livelier than its options imply.
    ///
    /// @throws IllegalArgumentException when the day is not a session
    public static GeneratedMarket active(long seed, LocalDate day, Collection<ListedStock> stocks) {
        List<Session> sessions = sessionsUpTo(day);
        PathGenerator paths = new PathGenerator(seed, sessions, Regime.ORDINARY, Regime.ACTIVE);
        return new GeneratedMarket(
                Descriptions.active(day, seed),
                sessions,
                stocks,
                stock -> StockDay.draw(seed, stock, paths, GeneratedChains::active));
    }

    /// The zero-drift market on the default day with the default listings.
    public static GeneratedMarket zeroDrift(long seed) {
        return zeroDrift(seed, DEFAULT_DAY, DefaultListings.all());
    }

    /// A market in which nothing can be foreseen: every stock price, and every option value before
    /// ticks, is a martingale.
    ///
    /// @throws IllegalArgumentException when the day is not a session
    public static GeneratedMarket zeroDrift(
            long seed, LocalDate day, Collection<ListedStock> stocks) {
        List<Session> sessions = sessionsUpTo(day);
        PathGenerator paths =
                new PathGenerator(seed, sessions, Regime.ZERO_DRIFT, Regime.ZERO_DRIFT);
        return new GeneratedMarket(
                Descriptions.zeroDrift(day, seed),
                sessions,
                stocks,
                stock -> StockDay.draw(seed, stock, paths, GeneratedChains::martingale));
    }

    @Override
    public MarketDescription description() {
        return description;
    }

    @Override
    public Session session() {
        return sessions.getLast();
    }

    @Override
    public List<Session> priorSessions() {
        return sessions.subList(0, sessions.size() - 1);
    }

    @Override
    public SortedSet<Ticker> tickers() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(stocks.keySet()));
    }

    @Override
    public List<Bar> bars(Ticker ticker, Instant from, Instant to) {
        return day(ticker).map(day -> day.bars(from, to)).orElse(List.of());
    }

    @Override
    public Optional<RawQuote> stockQuote(Ticker ticker, Instant at) {
        return day(ticker).flatMap(day -> day.quotes().quote(at));
    }

    @Override
    public Collection<OptionListing> options(Ticker ticker) {
        return day(ticker).map(day -> day.chain().listings()).orElse(List.of());
    }

    @Override
    public Optional<OptionListing> option(OccSymbol symbol) {
        return chain(symbol).flatMap(chain -> chain.listing(symbol));
    }

    @Override
    public Optional<RawQuote> optionQuote(OccSymbol symbol, Instant at) {
        return chain(symbol).flatMap(chain -> chain.quote(symbol, at));
    }

    @Override
    public OptionalLong optionVolume(OccSymbol symbol, Instant at) {
        return chain(symbol).map(chain -> chain.volume(symbol, at)).orElse(OptionalLong.empty());
    }

    @Override
    public OptionalLong previousOptionVolume(OccSymbol symbol) {
        return chain(symbol)
                .map(chain -> chain.previousVolume(symbol))
                .orElse(OptionalLong.empty());
    }

    @Override
    public OptionalInt openInterest(OccSymbol symbol) {
        return chain(symbol).map(chain -> chain.openInterest(symbol)).orElse(OptionalInt.empty());
    }

    private Optional<GeneratedChain> chain(OccSymbol symbol) {
        return day(symbol.underlying()).map(StockDay::chain);
    }

    private Optional<StockDay> day(Ticker ticker) {
        return Optional.ofNullable(stocks.get(ticker))
                .map(stock -> days.computeIfAbsent(ticker, _ -> generator.apply(stock)));
    }

    private static List<Session> sessionsUpTo(LocalDate day) {
        SessionCalendar calendar = SessionCalendar.nyse();
        Session traded =
                calendar.sessionOn(day)
                        .orElseThrow(() -> new IllegalArgumentException(day + " is not a session"));
        List<Session> sessions = new ArrayList<>(List.of(traded));
        for (int i = 0; i < PRIOR_SESSIONS; i++) {
            sessions.add(calendar.previous(sessions.getLast().date()));
        }
        return List.copyOf(sessions.reversed());
    }
}
