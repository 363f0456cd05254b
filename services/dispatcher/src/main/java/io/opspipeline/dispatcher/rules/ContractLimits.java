package io.opspipeline.dispatcher.rules;

import java.math.BigDecimal;
import java.time.Duration;

/// The figures of the choice of a contract (trading rules, section 8).
///
/// @param swingFar days to expiry tried first by a swing entry
/// @param swingNear days to expiry tried when none of the first passes
/// @param day days to expiry of a day entry
/// @param dayOutOfMoney most a day strike may be out of the money, as a share of spot
/// @param dayDelta |delta| whose strike is the target of a day entry
/// @param quoteAge oldest sighting
/// @param spread spread over mid must be below it
/// @param premium least mid, dollars per share
/// @param strikeDistance most |strike - target| over target
/// @param volume session volume must exceed it
/// @param openInterest open interest that stands in for volume, with both sizes
/// @param size both sizes that go with the open interest
/// @param score least total score
/// @param rate riskless rate for implied volatility and greeks
public record ContractLimits(
        Days swingFar,
        Days swingNear,
        Days day,
        double dayOutOfMoney,
        double dayDelta,
        Duration quoteAge,
        double spread,
        BigDecimal premium,
        double strikeDistance,
        long volume,
        int openInterest,
        int size,
        double score,
        double rate) {

    /// A range of days to expiry by New York date, both ends included.
    ///
    /// @param first fewest days
    /// @param last most days
    public record Days(int first, int last) {

        boolean contains(long days) {
            return days >= first && days <= last;
        }
    }
}
