package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A day that happened.
final class RecordedMarket implements Market {

    private final MarketDescription description;
    private final List<Session> sessions;
    private final SortedMap<Ticker, RecordedStock> stocks;

    /// @param sessions with bars, oldest first, the traded one last
    RecordedMarket(
            MarketDescription description,
            List<Session> sessions,
            SortedMap<Ticker, RecordedStock> stocks) {
        this.description = description;
        this.sessions = List.copyOf(sessions);
        this.stocks = new TreeMap<>(stocks);
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
        return stock(ticker).map(stock -> stock.bars(from, to)).orElse(List.of());
    }

    @Override
    public Optional<RawQuote> stockQuote(Ticker ticker, Instant at) {
        return stock(ticker).flatMap(stock -> stock.quotes().apply(at));
    }

    @Override
    public Collection<OptionListing> options(Ticker ticker) {
        return stock(ticker).map(stock -> stock.options().listings()).orElse(List.of());
    }

    @Override
    public Optional<OptionListing> option(OccSymbol symbol) {
        return book(symbol).flatMap(book -> book.listing(symbol));
    }

    @Override
    public Optional<RawQuote> optionQuote(OccSymbol symbol, Instant at) {
        return book(symbol).flatMap(book -> book.quote(symbol, at));
    }

    @Override
    public OptionalLong optionVolume(OccSymbol symbol, Instant at) {
        return book(symbol).map(book -> book.volume(symbol, at)).orElse(OptionalLong.empty());
    }

    @Override
    public OptionalLong previousOptionVolume(OccSymbol symbol) {
        return book(symbol).map(book -> book.previousVolume(symbol)).orElse(OptionalLong.empty());
    }

    @Override
    public OptionalInt openInterest(OccSymbol symbol) {
        return book(symbol).map(book -> book.openInterest(symbol)).orElse(OptionalInt.empty());
    }

    private Optional<OptionBook> book(OccSymbol symbol) {
        return stock(symbol.underlying()).map(RecordedStock::options);
    }

    private Optional<RecordedStock> stock(Ticker ticker) {
        return Optional.ofNullable(stocks.get(ticker));
    }
}
