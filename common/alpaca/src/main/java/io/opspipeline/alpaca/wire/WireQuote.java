package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// The best bid and ask of a stock or an option.
///
/// @param quotedAt when the market made it
/// @param bid per share, zero when nobody buys
/// @param ask per share, zero when nobody sells
/// @param bidSize shares or contracts
/// @param askSize shares or contracts
/// @param raw the row as it came
public record WireQuote(
        Optional<Instant> quotedAt,
        Optional<BigDecimal> bid,
        Optional<BigDecimal> ask,
        OptionalInt bidSize,
        OptionalInt askSize,
        WireNode raw) {

    /// Reads a row.
    public static WireQuote from(WireNode row) {
        return new WireQuote(
                row.instant("t"),
                row.decimal("bp"),
                row.decimal("ap"),
                row.count("bs"),
                row.count("as"),
                row);
    }
}
