package io.opspipeline.domain.market;

import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;

/// The best bid and ask of one instrument. A crossed quote cannot exist; a bid of zero (nobody
/// buys) can, with an ask above zero.
///
/// @param bid the best bid, zero when there is none
/// @param ask the best ask, above zero and not below the bid
/// @param bidSize contracts or shares bid for, zero or more
/// @param askSize contracts or shares offered, zero or more
public record Quote(Price bid, Price ask, int bidSize, int askSize) {

    /// Refuses what the market cannot mean; the mapper at the edge checks first.
    public Quote {
        if (ask.isZero() || ask.isBelow(bid)) {
            throw new IllegalArgumentException(
                    "quote is crossed or has no ask: " + bid + " / " + ask);
        }
        if (bidSize < 0 || askSize < 0) {
            throw new IllegalArgumentException(
                    "quote sizes must not be negative: " + bidSize + " x " + askSize);
        }
    }

    /// Half-way between bid and ask.
    public Price mid() {
        return Price.midway(bid, ask);
    }

    /// Ask less bid, dollars per share.
    public BigDecimal spread() {
        return ask.minus(bid);
    }

    /// The spread as a share of the mid, to 16 digits; the mid is never zero.
    public BigDecimal spreadShare() {
        return spread().divide(mid().perShare(), java.math.MathContext.DECIMAL64);
    }

    /// True when somebody buys.
    public boolean hasBid() {
        return !bid.isZero();
    }
}
