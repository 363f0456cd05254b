package io.opspipeline.alpaca.wire;

import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The body of a new order: limit or market, for the day, whole units, intent always stated. Prices
/// and quantities are texts, a price never in exponents.
public final class OrderBody {

    private static final JsonMapper MAPPER = new JsonMapper();

    private OrderBody() {}

    /// The order as Alpaca wants it.
    public static String of(OrderRequest order) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("symbol", order.instrument().symbol());
        body.put("qty", Integer.toString(order.quantity()));
        body.put("side", side(order.side()));
        body.put("type", type(order.type()));
        order.limit().ifPresent(limit -> body.put("limit_price", limit.toString()));
        body.put("time_in_force", "day");
        body.put("position_intent", intent(order.side()));
        body.put("client_order_id", order.clientOrderId().value());
        return MAPPER.writeValueAsString(body);
    }

    private static String side(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
        };
    }

    private static String intent(Side side) {
        return switch (side) {
            case BUY -> "buy_to_open";
            case SELL -> "sell_to_close";
        };
    }

    private static String type(OrderType type) {
        return switch (type) {
            case LIMIT -> "limit";
            case MARKET -> "market";
        };
    }
}
