package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.venue.Activity;
import io.opspipeline.exchange.venue.OrderStatus;
import io.opspipeline.exchange.venue.VenueFill;
import io.opspipeline.exchange.wire.json.JsonRow;
import tools.jackson.databind.node.ObjectNode;

/// A line of the history as the wire shows it. What is no trade has a date without a time.
final class ActivityRow {

    private ActivityRow() {}

    static ObjectNode of(Activity activity) {
        JsonRow row =
                new JsonRow().text("activity_type", activity.type()).text("id", activity.id());
        return switch (activity) {
            case Activity.Trade trade -> trade(row, trade).node();
            case Activity.OptionEvent event -> event(row, event).node();
        };
    }

    private static JsonRow trade(JsonRow row, Activity.Trade trade) {
        VenueFill fill = trade.fill();
        return row.text("type", trade.leaves() == 0 ? "fill" : "partial_fill")
                .text("order_id", fill.orderId())
                .text("order_status", shown(trade.status()).word())
                .text("symbol", fill.instrument().symbol())
                .text("side", OrderRow.word(fill.side()))
                .wholeText("qty", fill.quantity())
                .decimalText("price", fill.price().perShare())
                .wholeText("cum_qty", trade.cumulative())
                .wholeText("leaves_qty", trade.leaves())
                .instant("transaction_time", fill.at());
    }

    // A history tells of executions, not of cancels on their way.
    private static OrderStatus shown(OrderStatus status) {
        return status == OrderStatus.PENDING_CANCEL ? OrderStatus.PARTIALLY_FILLED : status;
    }

    private static JsonRow event(JsonRow row, Activity.OptionEvent event) {
        event.price().map(Price::perShare).ifPresent(price -> row.decimalText("price", price));
        return row.text("date", event.date().toString())
                .instant("created_at", event.createdAt())
                .decimalText("net_amount", event.cash().amount())
                .text("description", event.kind().description())
                .text("symbol", event.instrument().symbol())
                .wholeText("qty", event.change())
                .text("group_id", event.group())
                .text("currency", "USD")
                .text("status", "executed");
    }
}
