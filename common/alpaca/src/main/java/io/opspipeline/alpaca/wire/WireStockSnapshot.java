package io.opspipeline.alpaca.wire;

import java.util.Optional;

/// A value of the map that `/v2/stocks/snapshots` answers.
///
/// @param latestQuote the last quote
/// @param latestTrade the last trade
public record WireStockSnapshot(Optional<WireQuote> latestQuote, Optional<WireTrade> latestTrade) {

    /// Reads a value.
    public static WireStockSnapshot from(WireNode row) {
        return new WireStockSnapshot(
                row.object("latestQuote").map(WireQuote::from),
                row.object("latestTrade").map(WireTrade::from));
    }
}
