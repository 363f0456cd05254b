package io.opspipeline.alpaca.wire;

import io.opspipeline.domain.order.PositionEffect;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.order.SpreadLeg;
import io.opspipeline.domain.order.SpreadRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a new order of several legs: a net limit, for the day, every intent stated. All
/// numbers are texts; Alpaca refuses a ratio that is a number.
public final class SpreadBody {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SpreadBody() {}

    /// The spread as Alpaca wants it.
    public static String of(SpreadRequest spread) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("order_class", "mleg");
        body.put("qty", Integer.toString(spread.units()));
        body.put("type", "limit");
        body.put("limit_price", spread.limit().toString());
        body.put("time_in_force", "day");
        body.put("client_order_id", spread.clientOrderId().value());
        ArrayNode legs = body.putArray("legs");
        spread.legs().forEach(leg -> leg(legs.addObject(), leg));
        return MAPPER.writeValueAsString(body);
    }

    private static void leg(ObjectNode row, SpreadLeg leg) {
        String side = leg.side() == Side.BUY ? "buy" : "sell";
        row.put("symbol", leg.contract().toString());
        row.put("ratio_qty", Integer.toString(leg.ratio()));
        row.put("side", side);
        row.put(
                "position_intent",
                side + (leg.effect() == PositionEffect.OPEN ? "_to_open" : "_to_close"));
    }
}
