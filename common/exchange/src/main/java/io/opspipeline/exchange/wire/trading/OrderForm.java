package io.opspipeline.exchange.wire.trading;

import static io.opspipeline.exchange.wire.trading.FormBody.malformed;
import static io.opspipeline.exchange.wire.trading.FormBody.unsupported;

import io.opspipeline.domain.order.OrderType;
import io.opspipeline.exchange.venue.OrderSubmission;

/// Reads the body of a new order in one instrument. What the venue has no notion of is refused
/// here, in Alpaca's words where they are known.
///
/// @param body as sent
record OrderForm(FormBody body) {

    OrderSubmission read() {
        requireSupported();
        return new OrderSubmission(
                body.text("client_order_id"),
                body.needed("symbol"),
                body.side().orElseThrow(() -> malformed("side is required")),
                body.decimal("qty").orElseThrow(() -> malformed("qty or notional is required")),
                type(),
                body.decimal("limit_price"),
                body.intent());
    }

    private void requireSupported() {
        if (!body.text("order_class").orElse("simple").equals("simple")) {
            throw unsupported("complex orders not supported for options trading");
        }
        if (body.text("notional").isPresent()) {
            throw unsupported("notional orders are not supported for options trading");
        }
        if (body.text("extended_hours").filter("true"::equals).isPresent()) {
            throw unsupported("extended hours is not supported for options trading");
        }
        if (!body.needed("time_in_force").equals("day")) {
            throw unsupported("order_time_in_force provided not supported for options trading");
        }
    }

    private OrderType type() {
        return switch (body.needed("type")) {
            case "limit" -> OrderType.LIMIT;
            case "market" -> OrderType.MARKET;
            default -> throw unsupported("invalid order type for options trading");
        };
    }
}
