package io.opspipeline.dispatcher;

import io.opspipeline.dispatcher.rules.SizingRule;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.market.option.PriceIncrement;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sizes the entry of a stock signal (hybrid mode).
final class StockEntry {

    private static final Logger LOG = LoggerFactory.getLogger(StockEntry.class);

    private final MarketData marketData;

    StockEntry(MarketData marketData) {
        this.marketData = marketData;
    }

    EntryChoice choose(EntryRequest request) {
        try {
            return quote(request.ticker())
                    .<EntryChoice>map(quote -> sized(request, quote))
                    .orElseGet(() -> nothing(SkipCode.NO_CONTRACT));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("the quote of {} could not be read", request.ticker(), unavailable);
            return nothing(SkipCode.NO_CONTRACT);
        }
    }

    private Optional<Quote> quote(Ticker ticker) {
        return Optional.ofNullable(marketData.snapshots(Set.of(ticker)).get(ticker))
                .flatMap(snapshot ->
                        switch (snapshot.reading()) {
                            case QuoteReading.Seen seen -> Optional.of(seen.sighting().quote());
                            case QuoteReading.Unusable _ -> Optional.empty();
                        })
                .filter(Quote::hasBid);
    }

    private static EntryChoice sized(EntryRequest request, Quote quote) {
        AccountLimits limits = request.account().limits();
        int wanted =
                SizingRule.shares(
                        request.equity(),
                        request.account().tier(),
                        quote.ask(),
                        limits.maxExposure(),
                        limits.maxPositions(),
                        request.exposureRoom());
        if (wanted < 1) {
            return nothing(SkipCode.SIZE_ZERO);
        }
        int shares = SizingRule.shrunk(wanted, quote.ask(), request.riskBudgetRoom());
        EntryPlan plan =
                new EntryPlan(
                        request.dispatch().id(),
                        new Instrument.Stock(request.ticker()),
                        shares,
                        quote.ask(),
                        quote.bid(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        return new EntryChoice.Buy(plan, quote, PriceIncrement.CENTS, List.of());
    }

    private static EntryChoice nothing(SkipCode code) {
        return new EntryChoice.Nothing(code, List.of());
    }
}
