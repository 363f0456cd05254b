package io.opspipeline.exchange.wire.trading;

import io.opspipeline.exchange.venue.OrderEvent;
import io.opspipeline.exchange.venue.SpreadEvent;
import io.opspipeline.exchange.venue.VenueEvent;
import io.opspipeline.exchange.venue.VenueFill;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import tools.jackson.databind.node.ObjectNode;

/// An event of the trading stream. Price and quantity are those of this execution; the order's own
/// are cumulative. A spread has one event for all its legs.
public final class TradeUpdateRow {

    private TradeUpdateRow() {}

    /// The whole frame.
    public static ObjectNode of(VenueEvent event) {
        JsonRow row = new JsonRow().text("event", event.kind().word());
        event.order().reason().ifPresent(reason -> row.text("reason", reason));
        row.instant("timestamp", event.at());
        switch (event) {
            case OrderEvent(_, _, var order, var fill, _) -> {
                fill.ifPresent(one -> execution(row, one));
                row.child("order", OrderRow.of(order));
            }
            case SpreadEvent spread -> {
                row.child("order", SpreadRow.streamed(spread.order()));
                if (spread.units() > 0) {
                    units(row, spread);
                }
            }
        }
        return new JsonRow().text("stream", "trade_updates").child("data", row.node()).node();
    }

    private static void execution(JsonRow row, VenueFill fill) {
        row.text("execution_id", fill.executionId())
                .decimalText("price", fill.price().perShare())
                .wholeText("qty", fill.quantity())
                .wholeText("position_qty", fill.positionAfter());
    }

    private static void units(JsonRow row, SpreadEvent event) {
        JsonRow positions = new JsonRow();
        event.fills().forEach(fill -> position(positions, fill));
        row.decimalText("price", event.net())
                .wholeText("qty", event.units())
                .child("position_qtys", positions.node())
                .child(
                        "legs",
                        Json.array(event.fills().stream().map(TradeUpdateRow::leg).toList()));
    }

    private static void position(JsonRow positions, VenueFill fill) {
        positions.wholeText(fill.instrument().symbol(), fill.positionAfter());
    }

    private static ObjectNode leg(VenueFill fill) {
        return new JsonRow()
                .text("execution_id", fill.executionId())
                .wholeText("qty", fill.quantity())
                .decimalText("price", fill.price().perShare())
                .text("order_id", fill.orderId())
                .text("symbol", fill.instrument().symbol())
                .instant("timestamp", fill.at())
                .node();
    }
}
