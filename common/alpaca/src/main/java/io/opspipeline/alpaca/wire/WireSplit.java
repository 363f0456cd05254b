package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// A row of `forward_splits` or `reverse_splits`.
///
/// @param symbol the ticker
/// @param exDate first session at the new price
/// @param oldRate shares before
/// @param newRate shares after
/// @param raw the row as it came
public record WireSplit(
        Optional<String> symbol,
        Optional<LocalDate> exDate,
        Optional<BigDecimal> oldRate,
        Optional<BigDecimal> newRate,
        WireNode raw) {

    /// Reads a row.
    public static WireSplit from(WireNode row) {
        return new WireSplit(
                row.text("symbol"),
                row.date("ex_date"),
                row.decimal("old_rate"),
                row.decimal("new_rate"),
                row);
    }
}
