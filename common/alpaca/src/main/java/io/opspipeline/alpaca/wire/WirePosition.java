package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.util.Optional;

/// A row of `/v2/positions`.
///
/// @param symbol ticker or OCC symbol
/// @param assetClass `us_option`, `us_equity`, `crypto`, ...
/// @param side `long` or `short`
/// @param quantity contracts or shares, negative when short
/// @param averageEntryPrice per share
/// @param raw the row as it came
public record WirePosition(
        Optional<String> symbol,
        Optional<String> assetClass,
        Optional<String> side,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> averageEntryPrice,
        WireNode raw) {

    /// Reads a row.
    public static WirePosition from(WireNode row) {
        return new WirePosition(
                row.text("symbol"),
                row.text("asset_class"),
                row.text("side"),
                row.decimal("qty"),
                row.decimal("avg_entry_price"),
                row);
    }
}
