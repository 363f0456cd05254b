package io.opspipeline.alpaca.wire;

import java.math.BigDecimal;
import java.util.Optional;

/// The execution of one leg in an event of a spread.
///
/// @param executionId the execution
/// @param orderId Alpaca's name of the leg
/// @param quantity of this execution
/// @param price of this execution, per share
public record WireLegFill(
        Optional<String> executionId,
        Optional<String> orderId,
        Optional<BigDecimal> quantity,
        Optional<BigDecimal> price) {

    static WireLegFill from(WireNode row) {
        return new WireLegFill(
                row.text("execution_id"),
                row.text("order_id"),
                row.decimal("qty"),
                row.decimal("price"));
    }
}
