package io.opspipeline.exchange.wire.trading;

import io.opspipeline.exchange.venue.OrderEvent;
import io.opspipeline.exchange.venue.VenueFill;
import io.opspipeline.exchange.wire.json.JsonRow;
import tools.jackson.databind.node.ObjectNode;

/// An event of the trading stream. Price and quantity are those of this execution; the order's own
/// are cumulative.
public final class TradeUpdateRow {

    private TradeUpdateRow() {}

    /// The whole frame.
    public static ObjectNode of(OrderEvent event) {
        JsonRow row = new JsonRow().text("event", event.kind().word());
        event.fill().ifPresent(fill -> execution(row, fill));
        event.order().reason().ifPresent(reason -> row.text("reason", reason));
        row.instant("timestamp", event.at()).child("order", OrderRow.of(event.order()));
        return new JsonRow().text("stream", "trade_updates").child("data", row.node()).node();
    }

    private static void execution(JsonRow row, VenueFill fill) {
        row.text("execution_id", fill.executionId())
                .decimalText("price", fill.price().perShare())
                .wholeText("qty", fill.quantity())
                .wholeText("position_qty", fill.positionAfter());
    }
}
