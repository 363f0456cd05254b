package io.opspipeline.exchange.market.generated;

import java.time.LocalDate;

/// What a market maker believes about the rest of a contract's life.
interface VolatilitySurface {

    /// Total standard deviation of the log price from a step of today's session to expiry, for an
    /// option at the money.
    double atTheMoney(int step, LocalDate expiry);

    /// The same for a strike, given the one at the money.
    ///
    /// @param atTheMoney the answer of [#atTheMoney(int, LocalDate)]
    /// @param moneyness log(strike / spot)
    double atStrike(double atTheMoney, double moneyness);
}
