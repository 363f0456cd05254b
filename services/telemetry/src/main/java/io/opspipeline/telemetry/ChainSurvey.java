package io.opspipeline.telemetry;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.domain.money.Price;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.MarketData;
import io.opspipeline.ports.market.OptionChains;
import io.opspipeline.telemetry.rules.AnalysedOption;
import io.opspipeline.telemetry.rules.OptionAnalysisRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the part of each chain around the money, and what it implies. A name that cannot be read
/// is left out and told.
final class ChainSurvey {

    private static final Logger LOG = LoggerFactory.getLogger(ChainSurvey.class);

    private final MarketData marketData;
    private final OptionChains chains;
    private final Supplier<OptionAnalysisRule> analysis;

    /// @param analysis the rule, with the figures of the moment
    ChainSurvey(MarketData marketData, OptionChains chains, Supplier<OptionAnalysisRule> analysis) {
        this.marketData = marketData;
        this.chains = chains;
        this.analysis = analysis;
    }

    /// The quoted contracts of one name.
    ///
    /// @param ticker the stock
    /// @param spot its price
    /// @param options what is quoted, by symbol
    record Found(Ticker ticker, Price spot, List<SeenOption> options) {}

    /// A quoted contract.
    ///
    /// @param snapshot as the feed shows it
    /// @param sighting its quote
    /// @param analysed what its mid implies
    record SeenOption(OptionSnapshot snapshot, Sighting sighting, AnalysedOption analysed) {}

    /// The feed of the quotes.
    String feed() {
        return chains.feed();
    }

    /// @throws BrokerUnavailable when not even the stocks can be read
    List<Found> read(Set<Ticker> tickers, ChainReach reach, Instant asOf) {
        Map<Ticker, StockSnapshot> stocks = marketData.snapshots(tickers);
        List<Found> found = new ArrayList<>();
        for (Ticker ticker : new TreeSet<>(tickers)) {
            Optional.ofNullable(stocks.get(ticker))
                    .flatMap(ChainSurvey::spot)
                    .flatMap(spot -> readOne(ticker, spot, reach, asOf))
                    .ifPresentOrElse(found::add, () -> LOG.warn("{} has no chain now", ticker));
        }
        return found;
    }

    private Optional<Found> readOne(Ticker ticker, Price spot, ChainReach reach, Instant asOf) {
        try {
            var window = reach.around(ticker, spot, NewYork.dateOf(asOf));
            OptionAnalysisRule rule = analysis.get();
            List<SeenOption> options =
                    chains.snapshots(window).stream()
                            .flatMap(snapshot -> seen(rule, snapshot, spot, asOf))
                            .toList();
            return Optional.of(new Found(ticker, spot, options));
        } catch (BrokerUnavailable unavailable) {
            LOG.warn("the chain of {} cannot be read: {}", ticker, unavailable.getMessage());
            return Optional.empty();
        }
    }

    private static Stream<SeenOption> seen(
            OptionAnalysisRule rule, OptionSnapshot snapshot, Price spot, Instant asOf) {
        return switch (snapshot.reading()) {
            case QuoteReading.Seen(Sighting sighting) ->
                    Stream.of(
                            new SeenOption(
                                    snapshot,
                                    sighting,
                                    rule.analyse(
                                            snapshot.symbol(),
                                            sighting.quote(),
                                            spot.asDouble(),
                                            asOf)));
            case QuoteReading.Unusable _ -> Stream.empty();
        };
    }

    /// The mid of the quote, else the last trade.
    private static Optional<Price> spot(StockSnapshot stock) {
        Optional<Price> mid =
                switch (stock.reading()) {
                    case QuoteReading.Seen(Sighting sighting) ->
                            Optional.of(sighting.quote()).filter(Quote::hasBid).map(Quote::mid);
                    case QuoteReading.Unusable _ -> Optional.empty();
                };
        return mid.or(stock::lastPrice).filter(price -> !price.isZero());
    }
}
