package io.opspipeline.local.bench;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.MarketDescription;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;

/// A market in which every minute makes exactly one stock a good buy: all rise evenly, and their
/// volumes surge in turn. Quotes and chains are those of another market.
///
/// @param quoted the other market
/// @param turns the stocks, in the order of their surges
record BurstMarket(Market quoted, List<Ticker> turns) implements Market {

    private static final double RISE = 0.00005;
    private static final long VOLUME = 10_000;
    private static final long SURGE = 35_000;

    static BurstMarket over(Market quoted, Collection<Ticker> turns) {
        return new BurstMarket(quoted, turns.stream().sorted().toList());
    }

    /// The stock whose volume surges in the minute that starts at an instant.
    Ticker turnOf(Instant minuteStart) {
        return turns.get((int) (minuteOf(minuteStart) % turns.size()));
    }

    @Override
    public List<Bar> bars(Ticker ticker, Instant from, Instant to) {
        if (!turns.contains(ticker)) {
            return quoted.bars(ticker, from, to);
        }
        List<Bar> bars = new ArrayList<>();
        quoted.bars(ticker, from, to).forEach(bar -> bars.add(shaped(bar)));
        return bars;
    }

    /// The first price of the traded session, a little higher each minute and a little lower each
    /// minute of the sessions before.
    private Bar shaped(Bar bar) {
        Instant open = session().open();
        long minute = Duration.between(open, bar.start()).toMinutes();
        boolean traded = !bar.start().isBefore(open);
        double level = level(bar.ticker()) * (1 + RISE * Math.clamp(minute, -390, 390));
        Price close = price(level);
        Price start = price(level * (1 - RISE));
        long volume = traded && turnOf(bar.start()).equals(bar.ticker()) ? SURGE : VOLUME;
        return new Bar(bar.ticker(), bar.start(), start, close, start, close, volume);
    }

    private double level(Ticker ticker) {
        Instant open = session().open();
        return quoted.bars(ticker, open, open.plus(Bar.LENGTH))
                .getFirst()
                .open()
                .perShare()
                .doubleValue();
    }

    private static Price price(double amount) {
        return Price.ofComputed(amount);
    }

    private long minuteOf(Instant minuteStart) {
        return Math.max(0, Duration.between(session().open(), minuteStart).toMinutes());
    }

    @Override
    public MarketDescription description() {
        return quoted.description();
    }

    @Override
    public Session session() {
        return quoted.session();
    }

    @Override
    public List<Session> priorSessions() {
        return quoted.priorSessions();
    }

    @Override
    public SortedSet<Ticker> tickers() {
        return quoted.tickers();
    }

    @Override
    public Optional<RawQuote> stockQuote(Ticker ticker, Instant at) {
        return quoted.stockQuote(ticker, at);
    }

    @Override
    public Collection<OptionListing> options(Ticker ticker) {
        return quoted.options(ticker);
    }

    @Override
    public Optional<OptionListing> option(OccSymbol symbol) {
        return quoted.option(symbol);
    }

    @Override
    public Optional<RawQuote> optionQuote(OccSymbol symbol, Instant at) {
        return quoted.optionQuote(symbol, at);
    }

    @Override
    public OptionalLong optionVolume(OccSymbol symbol, Instant at) {
        return quoted.optionVolume(symbol, at);
    }

    @Override
    public OptionalLong previousOptionVolume(OccSymbol symbol) {
        return quoted.previousOptionVolume(symbol);
    }

    @Override
    public OptionalInt openInterest(OccSymbol symbol) {
        return quoted.openInterest(symbol);
    }
}
