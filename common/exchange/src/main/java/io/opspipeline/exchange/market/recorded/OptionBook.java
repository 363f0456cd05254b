package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.market.generated.GeneratedChain;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The options of one stock, recorded or generated.
interface OptionBook {

    Collection<OptionListing> listings();

    Optional<OptionListing> listing(OccSymbol symbol);

    Optional<RawQuote> quote(OccSymbol symbol, Instant at);

    OptionalLong volume(OccSymbol symbol, Instant at);

    OptionalLong previousVolume(OccSymbol symbol);

    OptionalInt openInterest(OccSymbol symbol);

    static OptionBook of(GeneratedChain chain) {
        return new OptionBook() {
            @Override
            public Collection<OptionListing> listings() {
                return chain.listings();
            }

            @Override
            public Optional<OptionListing> listing(OccSymbol symbol) {
                return chain.listing(symbol);
            }

            @Override
            public Optional<RawQuote> quote(OccSymbol symbol, Instant at) {
                return chain.quote(symbol, at);
            }

            @Override
            public OptionalLong volume(OccSymbol symbol, Instant at) {
                return chain.volume(symbol, at);
            }

            @Override
            public OptionalLong previousVolume(OccSymbol symbol) {
                return chain.previousVolume(symbol);
            }

            @Override
            public OptionalInt openInterest(OccSymbol symbol) {
                return chain.openInterest(symbol);
            }
        };
    }
}
