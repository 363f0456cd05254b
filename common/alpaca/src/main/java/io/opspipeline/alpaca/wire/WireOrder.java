package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An order as Alpaca shows it, in an answer, a list or a stream event.
///
/// @param id Alpaca's name of it
/// @param clientOrderId our name of it
/// @param status Alpaca's word, such as `partially_filled`
/// @param orderClass `simple`, `mleg`, ...
/// @param filledQuantity filled so far
/// @param filledAveragePrice average price of what is filled
/// @param submittedAt when it was submitted
/// @param updatedAt when it last changed
/// @param rejectReason why it was rejected
/// @param raw the row as it came
public record WireOrder(
        Optional<String> id,
        Optional<String> clientOrderId,
        Optional<String> status,
        Optional<String> orderClass,
        Optional<BigDecimal> filledQuantity,
        Optional<BigDecimal> filledAveragePrice,
        Optional<Instant> submittedAt,
        Optional<Instant> updatedAt,
        Optional<String> rejectReason,
        WireNode raw) {

    /// Reads a row.
    public static WireOrder from(WireNode row) {
        return new WireOrder(
                row.text("id"),
                row.text("client_order_id"),
                row.text("status"),
                row.text("order_class"),
                row.decimal("filled_qty"),
                row.decimal("filled_avg_price"),
                row.instant("submitted_at"),
                row.instant("updated_at"),
                row.text("reject_reason"),
                row);
    }

    /// True for an order of several legs, which we never send.
    public boolean isMultileg() {
        return orderClass.filter("mleg"::equals).isPresent();
    }
}
