package io.opspipeline.exchange.market.generated;

import java.time.LocalDate;

/// The surface of a market maker who knows the generator: exactly the variance that is still to be
/// drawn, the same at every strike, so that each theoretical value is a martingale.
///
/// @param clock time to expiry
/// @param dayVariance variance of the log price in one day of that clock
record FlatSurface(VarianceClock clock, double dayVariance) implements VolatilitySurface {

    @Override
    public double atTheMoney(int step, LocalDate expiry) {
        return StrictMath.sqrt(dayVariance * clock.daysLeft(step, expiry));
    }

    @Override
    public double atStrike(double atTheMoney, double moneyness) {
        return atTheMoney;
    }
}
