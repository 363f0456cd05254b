package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Price;
import io.opspipeline.market.option.OptionPricing;
import io.opspipeline.market.option.TimeToExpiry;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// Our own price of a held contract, for the time in which its quotes cannot be used: the
/// volatility of a price that was real, at the underlying of now (trading rules, section 9).
public final class ModelPriceRule {

    private final double rate;

    /// @param rate riskless rate per year
    public ModelPriceRule(double rate) {
        this.rate = rate;
    }

    /// A price that was real.
    ///
    /// @param premium of the option
    /// @param underlying of the stock at the time
    /// @param at the time, UTC
    public record Reference(Price premium, Price underlying, Instant at) {}

    /// The price now; empty when the reference price has no volatility, or the contract has
    /// expired.
    ///
    /// @param expiry the session in which the option ends
    public Optional<Price> price(
            Instrument.Option option,
            Reference real,
            Price underlying,
            Session expiry,
            Instant asOf) {
        if (!asOf.isBefore(expiry.close()) || underlying.isZero()) {
            return Optional.empty();
        }
        OccSymbol contract = option.contract();
        double strike = contract.strike().asDouble();
        OptionalDouble volatility =
                OptionPricing.impliedVolatility(
                        contract.right(),
                        real.underlying().asDouble(),
                        strike,
                        TimeToExpiry.years(real.at(), expiry.close()),
                        rate,
                        0,
                        real.premium().asDouble());
        if (volatility.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Price.ofComputed(
                        OptionPricing.price(
                                contract.right(),
                                underlying.asDouble(),
                                strike,
                                TimeToExpiry.years(asOf, expiry.close()),
                                rate,
                                0,
                                volatility.getAsDouble())));
    }
}
