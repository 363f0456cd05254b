package io.opspipeline.exchange.market.scripted;

import io.opspipeline.exchange.market.RawQuote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What a script has an instrument show from an instant on.
///
/// @param bid dollars per share, 0 for none
/// @param ask dollars per share, 0 for none
/// @param bidSize contracts or shares
/// @param askSize contracts or shares
/// @param madeAt when a quote that stands still was made, UTC; empty for one that is made anew at
///   every look
record Shown(BigDecimal bid, BigDecimal ask, int bidSize, int askSize, Optional<Instant> madeAt) {

    RawQuote at(Instant now) {
        return new RawQuote(bid, ask, bidSize, askSize, madeAt.orElse(now));
    }
}
