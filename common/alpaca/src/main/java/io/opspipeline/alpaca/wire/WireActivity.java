package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A row of `/v2/account/activities`, a trade or another.
///
/// @param id names the row
/// @param type Alpaca's word, such as `FILL` or `OPEXP`
/// @param group the same for rows that belong together
/// @param transactionTime when a trade was made
/// @param date the day of what is no trade, with or without a time
/// @param orderId the order of a trade
/// @param symbol ticker or OCC symbol
/// @param side of a trade
/// @param quantity of a trade, or what changed
/// @param price per share
/// @param cumulative filled so far
/// @param leaves still to be filled
/// @param netAmount what it did to the cash
/// @param raw the row as it came
public record WireActivity(
        Optional<String> id,
        Optional<String> type,
        Optional<String> group,
        Optional<Instant> transactionTime,
        Optional<LocalDate> date,
        Optional<String> orderId,
        Optional<String> symbol,
        Optional<String> side,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> price,
        Optional<BigDecimal> cumulative,
        Optional<BigDecimal> leaves,
        Optional<BigDecimal> netAmount,
        WireNode raw) {

    /// Reads a row.
    public static WireActivity from(WireNode row) {
        return new WireActivity(
                row.text("id"),
                row.text("activity_type"),
                row.text("group_id"),
                row.instant("transaction_time"),
                row.date("date").or(() -> row.date("transaction_time")),
                row.text("order_id"),
                row.text("symbol"),
                row.text("side"),
                row.decimal("qty"),
                row.decimal("price"),
                row.decimal("cum_qty"),
                row.decimal("leaves_qty"),
                row.decimal("net_amount"),
                row);
    }
}
