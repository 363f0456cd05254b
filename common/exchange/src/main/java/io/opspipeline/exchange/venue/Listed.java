package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.market.option.PriceIncrement;
import java.util.Optional;

/// Something that can be traded here.
///
/// @param instrument the stock or contract
/// @param increment the prices an order may have
record Listed(Instrument instrument, PriceIncrement increment) {

    /// What a symbol stands for; empty when it is not listed.
    static Optional<Listed> find(Market market, String symbol) {
        Optional<OccSymbol> contract = OccSymbol.tryParse(symbol);
        return contract.isPresent()
                ? market.option(contract.get()).map(Listed::option)
                : market.tickers().stream()
                        .filter(ticker -> ticker.symbol().equals(symbol))
                        .findFirst()
                        .map(Listed::stock);
    }

    private static Listed stock(Ticker ticker) {
        return new Listed(new Instrument.Stock(ticker), PriceIncrement.CENTS);
    }

    private static Listed option(OptionListing listing) {
        return new Listed(new Instrument.Option(listing.symbol()), increment(listing));
    }

    private static PriceIncrement increment(OptionListing listing) {
        if (listing.centsEverywhere()) {
            return PriceIncrement.CENTS;
        }
        return listing.pennyProgram() ? PriceIncrement.PENNY_PROGRAM : PriceIncrement.STANDARD;
    }
}
