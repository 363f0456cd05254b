package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// The last trade of a stock or an option.
///
/// @param tradedAt when it happened
/// @param price per share
public record WireTrade(Optional<Instant> tradedAt, Optional<BigDecimal> price) {

    /// Reads a row.
    public static WireTrade from(WireNode row) {
        return new WireTrade(row.instant("t"), row.decimal("p"));
    }
}
