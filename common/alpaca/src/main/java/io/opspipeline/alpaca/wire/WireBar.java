package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A bar of a minute or a day, in an answer or a stream frame.
///
/// @param symbol the ticker, in stream frames only
/// @param start left edge
/// @param open first price
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume shares or contracts
/// @param raw the row as it came
public record WireBar(
        Optional<String> symbol,
        Optional<Instant> start,
        Optional<BigDecimal> open,
        Optional<BigDecimal> high,
        Optional<BigDecimal> low,
        Optional<BigDecimal> close,
        OptionalLong volume,
        WireNode raw) {

    /// Reads a row.
    public static WireBar from(WireNode row) {
        return new WireBar(
                row.text("S"),
                row.instant("t"),
                row.decimal("o"),
                row.decimal("h"),
                row.decimal("l"),
                row.decimal("c"),
                row.whole("v"),
                row);
    }
}
