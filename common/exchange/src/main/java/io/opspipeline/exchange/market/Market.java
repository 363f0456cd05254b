package io.opspipeline.exchange.market;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;

/// What can be traded on one day, and at what prices, as a function of time.
public interface Market {

    /// What this market is, for people and for reports.
    MarketDescription description();

    /// The traded session.
    Session session();

    /// Sessions before it that have bars, oldest first.
    List<Session> priorSessions();

    /// Every stock.
    SortedSet<Ticker> tickers();

    /// Minute bars that start in [from, to), oldest first. The caller asks only for closed ones.
    List<Bar> bars(Ticker ticker, Instant from, Instant to);

    /// The stock's quote at an instant of the session; empty when there is none.
    Optional<RawQuote> stockQuote(Ticker ticker, Instant at);

    /// Every contract listed on the stock on this day, by symbol.
    Collection<OptionListing> options(Ticker ticker);

    /// One listed contract.
    Optional<OptionListing> option(OccSymbol symbol);

    /// A contract's quote at an instant of the session; empty when there never was one yet.
    Optional<RawQuote> optionQuote(OccSymbol symbol, Instant at);

    /// Contracts traded in this session up to an instant; empty when the source does not tell.
    OptionalLong optionVolume(OccSymbol symbol, Instant at);

    /// Contracts traded in the session before; empty when the source does not tell.
    OptionalLong previousOptionVolume(OccSymbol symbol);

    /// Contracts open at the end of the session before; empty when the source does not tell.
    OptionalInt openInterest(OccSymbol symbol);
}
