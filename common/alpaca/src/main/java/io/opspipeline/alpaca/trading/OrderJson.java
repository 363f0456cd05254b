package io.opspipeline.alpaca.trading;

import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An order request as Alpaca wants it: quantities and prices as strings, intent always stated.
final class OrderJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private OrderJson() {}

    static String of(OrderRequest order) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("symbol", order.instrument().symbol());
        json.put("qty", Integer.toString(order.quantity()));
        json.put("side", order.side() == Side.BUY ? "buy" : "sell");
        json.put("type", order.type() == OrderType.LIMIT ? "limit" : "market");
        json.put("time_in_force", "day");
        order.limit()
                .ifPresent(limit ->
                        json.put(
                                "limit_price",
                                limit.perShare().stripTrailingZeros().toPlainString()));
        json.put("position_intent", order.side() == Side.BUY ? "buy_to_open" : "sell_to_close");
        json.put("client_order_id", order.clientOrderId().value());
        return MAPPER.writeValueAsString(json);
    }
}
