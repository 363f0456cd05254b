package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.instrument.Ticker;

/// A stock of the generated market and the character of its options.
///
/// @param ticker the stock
/// @param sector its sector, as the universe names it
/// @param price dollars per share before the first generated session, above zero
/// @param volatility annual implied volatility of a 30-day option at the money, such as 0.40
/// @param averageVolume shares on an ordinary day
/// @param cycle when its weekly options expire
/// @param liquidity how deep its options are
/// @param pennyProgram true when its options trade in cents below 3.00
/// @param centsEverywhere true when its options trade in cents at every price
public record ListedStock(
        Ticker ticker,
        String sector,
        double price,
        double volatility,
        long averageVolume,
        ExpiryCycle cycle,
        Liquidity liquidity,
        boolean pennyProgram,
        boolean centsEverywhere) {

    /// Variance of the log price over one whole day, close to close, that the volatility implies.
    double dayVariance() {
        return volatility * volatility / VarianceClock.DAYS_PER_YEAR;
    }
}
