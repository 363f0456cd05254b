package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An order as Alpaca shows it, in an answer, a list or a stream event.
///
/// @param id Alpaca's name of it
/// @param clientOrderId our name of it
/// @param status Alpaca's word, such as `partially_filled`
/// @param orderClass `simple`, `mleg`, ...
/// @param symbol ticker or OCC symbol; absent for a parent of legs
/// @param side `buy` or `sell`; absent or meaningless for a parent of legs
/// @param filledQuantity filled so far
/// @param filledAveragePrice average price of what is filled
/// @param submittedAt when it was submitted
/// @param updatedAt when it last changed
/// @param rejectReason why it was rejected
/// @param legs orders within this one
/// @param raw the row as it came
public record WireOrder(
        Optional<String> id,
        Optional<String> clientOrderId,
        Optional<String> status,
        Optional<String> orderClass,
        Optional<String> symbol,
        Optional<String> side,
        Optional<BigDecimal> filledQuantity,
        Optional<BigDecimal> filledAveragePrice,
        Optional<Instant> submittedAt,
        Optional<Instant> updatedAt,
        Optional<String> rejectReason,
        List<WireOrder> legs,
        WireNode raw) {

    /// Reads a row.
    public static WireOrder from(WireNode row) {
        return new WireOrder(
                row.text("id"),
                row.text("client_order_id"),
                row.text("status"),
                row.text("order_class"),
                row.text("symbol"),
                row.text("side"),
                row.decimal("filled_qty"),
                row.decimal("filled_avg_price"),
                row.instant("submitted_at"),
                row.instant("updated_at"),
                row.text("reject_reason"),
                row.rows("legs").stream().map(WireOrder::from).toList(),
                row);
    }

    /// True for an order of several legs, and for each of its legs.
    public boolean isMultileg() {
        return orderClass.filter("mleg"::equals).isPresent();
    }
}
