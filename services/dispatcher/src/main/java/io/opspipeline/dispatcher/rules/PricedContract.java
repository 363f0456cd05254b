package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.ListedContract;
import io.opspipeline.domain.market.OptionSnapshot;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Premium;
import io.opspipeline.market.option.OptionPricing;
import io.opspipeline.market.option.TimeToExpiry;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// A listed contract with its quote and our own implied volatility and delta on the mid.
///
/// @param listed the contract
/// @param snapshot what the feed shows of it
/// @param sighting its quote; empty when it has none
/// @param impliedVolatility ours; empty when it cannot be computed
/// @param delta ours; empty when it cannot be computed
record PricedContract(
        ListedContract listed,
        Optional<OptionSnapshot> snapshot,
        Optional<Sighting> sighting,
        OptionalDouble impliedVolatility,
        OptionalDouble delta) {

    static PricedContract of(ListedContract listed, ContractInputs inputs, double rate) {
        Optional<OptionSnapshot> snapshot =
                Optional.ofNullable(inputs.snapshots().get(listed.symbol()));
        Optional<Sighting> sighting = snapshot.flatMap(PricedContract::seen);
        OptionalDouble years = years(listed.symbol(), inputs);
        if (sighting.isEmpty() || years.isEmpty()) {
            return new PricedContract(
                    listed, snapshot, sighting, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double spot = inputs.spot().asDouble();
        double strike = listed.symbol().strike().asDouble();
        double mid = sighting.get().quote().mid().asDouble();
        OptionalDouble volatility =
                OptionPricing.impliedVolatility(
                        inputs.right(), spot, strike, years.getAsDouble(), rate, 0, mid);
        OptionalDouble delta =
                volatility.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                OptionPricing.delta(
                                        inputs.right(),
                                        spot,
                                        strike,
                                        years.getAsDouble(),
                                        rate,
                                        0,
                                        volatility.getAsDouble()));
        return new PricedContract(listed, snapshot, sighting, volatility, delta);
    }

    OccSymbol symbol() {
        return listed.symbol();
    }

    double strike() {
        return symbol().strike().asDouble();
    }

    private static Optional<Sighting> seen(OptionSnapshot snapshot) {
        return switch (snapshot.reading()) {
            case QuoteReading.Seen(Sighting sighting) -> Optional.of(sighting);
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }

    private static OptionalDouble years(OccSymbol symbol, ContractInputs inputs) {
        Instant close = inputs.expiryCloses().get(symbol.expiry());
        return close == null || !close.isAfter(inputs.asOf())
                ? OptionalDouble.empty()
                : OptionalDouble.of(TimeToExpiry.years(inputs.asOf(), close));
    }

    /// A contract with what the checks and the score said.
    ///
    /// @param contract the contract
    /// @param candidate the record of it
    record Judged(PricedContract contract, ContractCandidate candidate) {

        boolean passed() {
            return candidate.failedCheck().isEmpty();
        }

        /// Its score.
        ///
        /// @throws java.util.NoSuchElementException when it failed a hard check
        ContractCandidate.Score score() {
            return candidate.score().orElseThrow();
        }

        boolean fits(Money room) {
            return candidate
                    .quote()
                    .map(quote -> !new Premium(quote.ask()).perContract().exceeds(room))
                    .orElse(false);
        }
    }
}
