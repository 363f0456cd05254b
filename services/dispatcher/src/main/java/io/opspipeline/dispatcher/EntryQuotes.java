package io.opspipeline.dispatcher;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The current quote of whatever is being bought.
final class EntryQuotes {

    private static final Logger LOG = LoggerFactory.getLogger(EntryQuotes.class);

    private final OptionChains chains;
    private final MarketData marketData;

    EntryQuotes(OptionChains chains, MarketData marketData) {
        this.chains = chains;
        this.marketData = marketData;
    }

    /// The quote now; empty when there is none or the feed gives no answer.
    Optional<Quote> of(Instrument instrument) {
        try {
            return reading(instrument).flatMap(EntryQuotes::usable);
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("no quote of {}", instrument.symbol(), unavailable);
            return Optional.empty();
        }
    }

    private Optional<QuoteReading> reading(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Option(var contract) ->
                    Optional.ofNullable(chains.quotes(Set.of(contract)).get(contract));
            case Instrument.Stock(var ticker) ->
                    Optional.ofNullable(marketData.snapshots(Set.of(ticker)).get(ticker))
                            .map(StockSnapshot::reading);
        };
    }

    private static Optional<Quote> usable(QuoteReading reading) {
        return switch (reading) {
            case QuoteReading.Seen seen ->
                    Optional.of(seen.sighting().quote()).filter(Quote::hasBid);
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }
}
