package io.opspipeline.exchange.venue;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A market whose quotes are written on a board by the test: one stock, a few contracts.
final class BoardMarket implements Market {

    static final Session SESSION = Session.regular(LocalDate.of(2025, 6, 12));
    static final String STOCK = "ACME";

    /// In the penny program: cents below 3.00, five cents from there.
    static final String CALL = "ACME250620C00100000";

    /// Not in the penny program: five cents below 3.00.
    static final String PUT = "ACME250620P00100000";

    /// Expire today.
    static final String CALL_TODAY = "ACME250612C00100000";

    static final String PUT_TODAY = "ACME250612P00100000";

    static final String CALL_105 = "ACME250620C00105000";

    static final String CALL_TODAY_105 = "ACME250612C00105000";

    static final String PUT_TODAY_95 = "ACME250612P00095000";

    private static final Ticker TICKER = new Ticker(STOCK);
    private static final List<OptionListing> LISTINGS =
            List.of(
                    listing(CALL, true),
                    listing(PUT, false),
                    listing(CALL_TODAY, true),
                    listing(PUT_TODAY, true),
                    listing(CALL_105, true),
                    listing(CALL_TODAY_105, true),
                    listing(PUT_TODAY_95, true));

    private final Map<String, NavigableMap<Instant, RawQuote>> board = new HashMap<>();
    private final Session session;
    private Price close = Price.of("100.00");

    /// A full session.
    BoardMarket() {
        this(SESSION);
    }

    /// Another session that opens as the full one.
    BoardMarket(Session session) {
        this.session = session;
    }

    /// The instant some seconds after the open.
    static Instant second(long seconds) {
        return SESSION.open().plusSeconds(seconds);
    }

    /// Writes a quote that holds from a second of the session on, 10 a side.
    BoardMarket quote(String symbol, long from, String bid, String ask) {
        return quote(symbol, from, bid, ask, 10);
    }

    /// Writes a quote that holds from a second of the session on; a side at 0 has size 0.
    BoardMarket quote(String symbol, long from, String bid, String ask, int size) {
        BigDecimal bids = new BigDecimal(bid);
        BigDecimal asks = new BigDecimal(ask);
        RawQuote quote =
                new RawQuote(
                        bids,
                        asks,
                        bids.signum() == 0 ? 0 : size,
                        asks.signum() == 0 ? 0 : size,
                        second(from));
        board.computeIfAbsent(symbol, _ -> new TreeMap<>()).put(second(from), quote);
        return this;
    }

    /// Where the stock's last bar closes.
    BoardMarket closesAt(String price) {
        close = Price.of(price);
        return this;
    }

    @Override
    public MarketDescription description() {
        return new MarketDescription(SESSION.date(), "scripted", 7, List.of("for tests"));
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public List<Session> priorSessions() {
        return List.of();
    }

    @Override
    public SortedSet<Ticker> tickers() {
        return new TreeSet<>(List.of(TICKER));
    }

    @Override
    public List<Bar> bars(Ticker ticker, Instant from, Instant to) {
        Instant start = session.close().minusSeconds(60);
        return List.of(new Bar(ticker, start, close, close, close, close, 100));
    }

    @Override
    public Optional<RawQuote> stockQuote(Ticker ticker, Instant at) {
        return quote(ticker.symbol(), at);
    }

    @Override
    public Collection<OptionListing> options(Ticker ticker) {
        return LISTINGS;
    }

    @Override
    public Optional<OptionListing> option(OccSymbol symbol) {
        return LISTINGS.stream().filter(listing -> listing.symbol().equals(symbol)).findFirst();
    }

    @Override
    public Optional<RawQuote> optionQuote(OccSymbol symbol, Instant at) {
        return quote(symbol.toString(), at);
    }

    @Override
    public OptionalLong optionVolume(OccSymbol symbol, Instant at) {
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong previousOptionVolume(OccSymbol symbol) {
        return OptionalLong.empty();
    }

    @Override
    public OptionalInt openInterest(OccSymbol symbol) {
        return OptionalInt.empty();
    }

    private Optional<RawQuote> quote(String symbol, Instant at) {
        return Optional.ofNullable(board.get(symbol))
                .map(quotes -> quotes.floorEntry(at))
                .map(Map.Entry::getValue);
    }

    private static OptionListing listing(String symbol, boolean pennyProgram) {
        return new OptionListing(OccSymbol.parse(symbol), pennyProgram, false);
    }
}
