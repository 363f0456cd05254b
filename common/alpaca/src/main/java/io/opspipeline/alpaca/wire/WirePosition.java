package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.util.Optional;

/// A row of `/v2/positions`.
///
/// @param symbol ticker or OCC symbol
/// @param assetClass `us_option`, `us_equity`, `crypto`, ...
/// @param side `long` or `short`
/// @param quantity contracts or shares, negative when short
/// @param available what no open order sells yet; unlike the others it may be left out
/// @param averageEntryPrice per share
/// @param lastDayPrice close of the last session before today, per share; also of what was bought
///   today
/// @param gain dollars since the entry
/// @param gainToday dollars since the last session, or since the entry of what was bought today
/// @param raw the row as it came
public record WirePosition(
        Optional<String> symbol,
        Optional<String> assetClass,
        Optional<String> side,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> available,
        Optional<BigDecimal> averageEntryPrice,
        Optional<BigDecimal> lastDayPrice,
        Optional<BigDecimal> gain,
        Optional<BigDecimal> gainToday,
        WireNode raw) {

    /// Reads a row.
    public static WirePosition from(WireNode row) {
        return new WirePosition(
                row.text("symbol"),
                row.text("asset_class"),
                row.text("side"),
                row.decimal("qty"),
                row.decimal("qty_available"),
                row.decimal("avg_entry_price"),
                row.decimal("lastday_price"),
                row.decimal("unrealized_pl"),
                row.decimal("unrealized_intraday_pl"),
                row);
    }
}
