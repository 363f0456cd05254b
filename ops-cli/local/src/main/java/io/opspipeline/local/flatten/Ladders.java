package io.opspipeline.local.flatten;

import io.opspipeline.alpaca.AlpacaClients;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.StockSnapshot;
import io.opspipeline.market.option.PriceIncrement;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.ChainWindow;
import io.opspipeline.positionmanager.rules.ClosingLadderRule;
import io.opspipeline.positionmanager.rules.ClosingLimits;
import io.opspipeline.positionmanager.rules.ClosingStep;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Prices urgent closes on the quote of the moment, by the rule that the position manager uses. A
/// person wants to be flat within a minute: no bid now is no bid.
final class Ladders {

    private final ClosingLadderRule rule = new ClosingLadderRule(ClosingLimits.DEFAULT);
    private final Map<Instrument, PriceIncrement> increments = new ConcurrentHashMap<>();
    private final AlpacaClients broker;

    Ladders(AlpacaClients broker) {
        this.broker = broker;
    }

    /// How a position is offered now.
    ///
    /// @param elapsed since the first offer
    ClosingStep next(Instrument instrument, Duration elapsed) {
        try {
            return rule.next(true, true, elapsed, quote(instrument), true, increment(instrument));
        } catch (BrokerUnavailable unavailable) {
            return new ClosingStep.Wait(
                    String.valueOf(unavailable.getMessage()), ClosingLimits.DEFAULT.renewal());
        }
    }

    private Optional<Quote> quote(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Option(OccSymbol contract) ->
                    Optional.ofNullable(
                                    broker.optionChains().quotes(Set.of(contract)).get(contract))
                            .flatMap(Ladders::seen);
            case Instrument.Stock(var ticker) ->
                    Optional.ofNullable(broker.marketData().snapshots(Set.of(ticker)).get(ticker))
                            .map(StockSnapshot::reading)
                            .flatMap(Ladders::seen);
        };
    }

    private static Optional<Quote> seen(QuoteReading reading) {
        return switch (reading) {
            case QuoteReading.Seen(var sighting) -> Optional.of(sighting.quote());
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }

    // The widest steps are valid for every contract.
    private PriceIncrement increment(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Stock _ -> PriceIncrement.CENTS;
            case Instrument.Option(OccSymbol contract) ->
                    increments.computeIfAbsent(instrument, _ -> listed(contract));
        };
    }

    private PriceIncrement listed(OccSymbol contract) {
        var only =
                new ChainWindow(
                        contract.underlying(),
                        contract.expiry(),
                        contract.expiry(),
                        Optional.of(contract.right()),
                        contract.strike(),
                        contract.strike());
        return broker.optionChains().listed(only).stream()
                .filter(each -> each.symbol().equals(contract))
                .findFirst()
                .map(ListedContract::pennyProgram)
                .map(penny -> PriceIncrement.ofOption(contract.root(), penny))
                .orElse(PriceIncrement.STANDARD);
    }
}
