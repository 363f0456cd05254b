package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The data of a `trade_updates` frame.
///
/// @param event Alpaca's word, such as `partial_fill`
/// @param order the order after the event
/// @param executionId the execution that a fill tells of
/// @param quantity of this execution
/// @param price of this execution, per share
/// @param at when it happened
/// @param reason why, when the event says so
/// @param legs the executions of the legs of a spread
/// @param raw the data as they came
public record WireTradeUpdate(
        Optional<String> event,
        Optional<WireOrder> order,
        Optional<String> executionId,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> price,
        Optional<Instant> at,
        Optional<String> reason,
        List<WireLegFill> legs,
        WireNode raw) {

    /// Reads the data of a frame.
    public static WireTradeUpdate from(WireNode data) {
        return new WireTradeUpdate(
                data.text("event"),
                data.object("order").map(WireOrder::from),
                data.text("execution_id"),
                data.decimal("qty"),
                data.decimal("price"),
                data.instant("timestamp").or(() -> data.instant("at")),
                data.text("reason").or(() -> data.text("message")),
                data.rows("legs").stream().map(WireLegFill::from).toList(),
                data);
    }
}
