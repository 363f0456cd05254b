package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.util.Optional;

/// The market's quotes that can be traded against: a crossed one, or one without an ask, trades
/// nothing and values nothing.
record Quotes(Market market) {

    /// The quote of an instrument at an instant; empty when there is none that is valid.
    Optional<Quote> at(Instrument instrument, Instant at) {
        return raw(instrument, at).filter(Quotes::isValid).map(Quotes::quote);
    }

    private Optional<RawQuote> raw(Instrument instrument, Instant at) {
        return switch (instrument) {
            case Instrument.Stock(var ticker) -> market.stockQuote(ticker, at);
            case Instrument.Option(var contract) -> market.optionQuote(contract, at);
        };
    }

    private static boolean isValid(RawQuote quote) {
        return quote.bid().signum() >= 0
                && quote.ask().signum() > 0
                && quote.ask().compareTo(quote.bid()) >= 0
                && quote.bidSize() >= 0
                && quote.askSize() >= 0;
    }

    private static Quote quote(RawQuote raw) {
        return new Quote(new Price(raw.bid()), new Price(raw.ask()), raw.bidSize(), raw.askSize());
    }
}
