package io.opspipeline.exchange.wire.trading;

import static io.opspipeline.exchange.wire.trading.FormBody.malformed;
import static io.opspipeline.exchange.wire.trading.FormBody.unsupported;

import io.opspipeline.domain.order.OrderType;
import io.opspipeline.exchange.venue.SpreadSubmission;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the body of a new order of several legs. What the venue has no notion of is refused here,
/// in Alpaca's words where they are known.
///
/// @param body as sent
record SpreadForm(FormBody body) {

    SpreadSubmission read() {
        requireSupported();
        return new SpreadSubmission(
                body.text("client_order_id"),
                legs(),
                body.decimal("qty").orElseThrow(() -> malformed("qty is required")),
                type(),
                body.decimal("limit_price"));
    }

    private void requireSupported() {
        if (body.text("notional").isPresent()) {
            throw unsupported("notional orders are not supported for options trading");
        }
        if (body.text("extended_hours").filter("true"::equals).isPresent()) {
            throw unsupported("extended hours is not supported for options trading");
        }
        if (!body.needed("time_in_force").equals("day")) {
            throw unsupported("invalid time in force");
        }
    }

    private OrderType type() {
        return switch (body.needed("type")) {
            case "limit" -> OrderType.LIMIT;
            case "market" -> OrderType.MARKET;
            default -> throw unsupported("invalid options order_type");
        };
    }

    private List<SpreadSubmission.Leg> legs() {
        JsonNode legs = body.node().path("legs");
        if (!legs.isArray() || legs.valueStream().anyMatch(leg -> !leg.isObject())) {
            throw malformed("legs is required");
        }
        return legs.valueStream().map(FormBody::new).map(SpreadForm::leg).toList();
    }

    private static SpreadSubmission.Leg leg(FormBody leg) {
        if (!leg.node().path("ratio_qty").isString()) {
            throw malformed("json: cannot unmarshal into field legs.ratio_qty of type string");
        }
        return new SpreadSubmission.Leg(
                leg.needed("symbol"),
                leg.decimal("ratio_qty").orElseThrow(() -> malformed("ratio_qty is required")),
                leg.side(),
                leg.intent());
    }
}
