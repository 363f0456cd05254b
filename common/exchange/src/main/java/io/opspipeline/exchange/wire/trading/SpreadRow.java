package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.venue.SpreadView;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.time.LocalTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A spread as the wire shows it: a parent whose asset and side are empty, and a whole order for
/// each leg.
final class SpreadRow {

    private static final String NO_ASSET = "00000000-0000-0000-0000-000000000000";
    private static final LocalTime DAY_END = LocalTime.of(16, 0);

    private SpreadRow() {}

    /// The parent with its legs in it.
    static ObjectNode nested(SpreadView spread) {
        return parent(spread, "", "").child("legs", legs(spread)).node();
    }

    /// The parent alone.
    static ObjectNode flat(SpreadView spread) {
        return parent(spread, "", "").nulls("legs").node();
    }

    /// The parent with its legs as the stream shows it.
    static ObjectNode streamed(SpreadView spread) {
        return parent(spread, NO_ASSET, "buy").child("legs", legs(spread)).node();
    }

    /// One leg.
    static ObjectNode leg(SpreadView spread, SpreadView.Leg leg) {
        JsonRow row =
                new JsonRow().text("id", leg.id()).text("client_order_id", leg.clientOrderId());
        OrderRow.times(row, spread);
        row.instant("expires_at", NewYork.at(NewYork.dateOf(spread.submittedAt()), DAY_END))
                .text("asset_id", AssetIds.of(leg.contract().toString()))
                .text("symbol", leg.contract().toString())
                .text("asset_class", "us_option")
                .text("order_type", "")
                .text("type", "")
                .text("side", OrderRow.word(leg.intent().side()))
                .text("position_intent", leg.intent().word())
                .wholeText("qty", leg.quantity())
                .wholeText("ratio_qty", leg.ratio())
                .nulls("limit_price", "legs")
                .wholeText("filled_qty", leg.filledQuantity())
                .decimalText("filled_avg_price", leg.averagePrice().map(Price::perShare));
        return rest(row, spread).node();
    }

    private static JsonNode legs(SpreadView spread) {
        return Json.array(spread.legs().stream().map(leg -> leg(spread, leg)).toList());
    }

    private static JsonRow parent(SpreadView spread, String asset, String side) {
        JsonRow row =
                new JsonRow()
                        .text("id", spread.id())
                        .text("client_order_id", spread.clientOrderId());
        OrderRow.times(row, spread);
        row.text("asset_id", asset)
                .text("symbol", "")
                .text("asset_class", "")
                .text("order_type", OrderRow.word(spread.type()))
                .text("type", OrderRow.word(spread.type()))
                .text("side", side)
                .wholeText("qty", spread.units())
                .decimalText("limit_price", spread.limit())
                .wholeText("filled_qty", spread.filledUnits())
                .decimalText("filled_avg_price", spread.averageNet());
        spread.reason().ifPresent(reason -> row.text("reject_reason", reason));
        return rest(row, spread);
    }

    private static JsonRow rest(JsonRow row, SpreadView spread) {
        return row.text("order_class", "mleg")
                .text("time_in_force", "day")
                .text("status", spread.status().word())
                .flag("extended_hours", false)
                .nulls(
                        "notional",
                        "stop_price",
                        "trail_percent",
                        "trail_price",
                        "hwm",
                        "source",
                        "subtag");
    }
}
