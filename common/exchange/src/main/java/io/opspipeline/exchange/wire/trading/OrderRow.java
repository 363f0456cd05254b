package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// An order as the wire shows it.
public final class OrderRow {

    private OrderRow() {}

    /// The order in an answer.
    public static ObjectNode of(OrderView order) {
        JsonRow row = new JsonRow();
        names(row, order);
        times(row, order);
        terms(row, order);
        return state(row, order).node();
    }

    static boolean isOption(Instrument instrument) {
        return instrument instanceof Instrument.Option;
    }

    static String assetClass(Instrument instrument) {
        return isOption(instrument) ? "us_option" : "us_equity";
    }

    private static void names(JsonRow row, OrderView order) {
        row.text("id", order.id()).text("client_order_id", order.clientOrderId());
    }

    static void times(JsonRow row, PlacedOrder order) {
        row.instant("created_at", order.submittedAt())
                .instant("updated_at", order.updatedAt())
                .instant("submitted_at", order.submittedAt())
                .instant("filled_at", order.filledAt())
                .instant("expired_at", order.expiredAt())
                .instant("canceled_at", order.canceledAt())
                .instant("cancel_requested_at", order.cancelRequestedAt())
                .instant("failed_at", order.failedAt())
                .nulls("replaced_at", "replaced_by", "replaces");
    }

    private static void terms(JsonRow row, OrderView order) {
        row.text("asset_id", AssetIds.of(order.instrument().symbol()))
                .text("symbol", order.instrument().symbol())
                .text("asset_class", assetClass(order.instrument()))
                .nulls("notional")
                .wholeText("qty", order.quantity())
                .text("order_class", "simple")
                .text("order_type", word(order.type()))
                .text("type", word(order.type()))
                .text("side", word(order.side()))
                .text("position_intent", order.intent().word())
                .text("time_in_force", "day")
                .decimalText("limit_price", order.limit().map(Price::perShare))
                .nulls("stop_price", "trail_percent", "trail_price", "hwm", "legs")
                .flag("extended_hours", false);
    }

    private static JsonRow state(JsonRow row, OrderView order) {
        order.reason().ifPresent(reason -> row.text("reject_reason", reason));
        return row.text("status", order.status().word())
                .wholeText("filled_qty", order.filledQuantity())
                .decimalText("filled_avg_price", order.averagePrice().map(Price::perShare))
                .nulls("source", "subtag");
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
