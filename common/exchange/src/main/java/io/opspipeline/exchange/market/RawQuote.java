package io.opspipeline.exchange.market;

import java.math.BigDecimal;
import java.time.Instant;

/// A quote as a venue shows it, unchecked: a side without interest has price 0 and size 0, and a
/// faulty feed may show it crossed.
///
/// @param bid dollars per share, 0 for none
/// @param ask dollars per share, 0 for none
/// @param bidSize contracts or shares
/// @param askSize contracts or shares
/// @param at when it was made, UTC
public record RawQuote(BigDecimal bid, BigDecimal ask, int bidSize, int askSize, Instant at) {

    /// Half-way between bid and ask, exact; half the ask when there is no bid.
    public BigDecimal mid() {
        return bid.add(ask).multiply(new BigDecimal("0.5"));
    }
}
