package io.opspipeline.market.option;

import io.opspipeline.domain.instrument.Right;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// An option within 15 % of its spot, from an hour to a year before its expiry.
record RandomOption(
        Right right,
        double spot,
        double strike,
        double years,
        double rate,
        double yield,
        double vol) {

    static RandomOption draw(RandomGenerator random) {
        double spot = random.nextDouble(5, 1_000);
        return new RandomOption(
                random.nextBoolean() ? Right.CALL : Right.PUT,
                spot,
                spot * random.nextDouble(0.85, 1.15),
                random.nextDouble(60 / TimeToExpiry.MINUTES_PER_YEAR, 1),
                random.nextDouble(0, 0.08),
                random.nextDouble(0, 0.04),
                random.nextDouble(0.05, 2));
    }

    RandomOption with(Right other) {
        return new RandomOption(other, spot, strike, years, rate, yield, vol);
    }

    double price() {
        return price(spot, years, vol);
    }

    double price(double otherSpot, double otherYears, double otherVol) {
        return OptionPricing.price(right, otherSpot, strike, otherYears, rate, yield, otherVol);
    }

    Greeks greeks() {
        return greeksAt(spot);
    }

    Greeks greeksAt(double otherSpot) {
        return OptionPricing.greeks(right, otherSpot, strike, years, rate, yield, vol);
    }

    OptionalDouble volatilityAt(double price) {
        return OptionPricing.impliedVolatility(right, spot, strike, years, rate, yield, price);
    }

    /// The value of exercising at expiry for sure, today.
    double intrinsic() {
        double spotNow = spot * Math.exp(-yield * years);
        double strikeNow = strike * Math.exp(-rate * years);
        return Math.max(0, right.direction() * (spotNow - strikeNow));
    }
}
