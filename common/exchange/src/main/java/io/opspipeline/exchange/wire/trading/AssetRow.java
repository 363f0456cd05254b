package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A stock as the wire shows it.
final class AssetRow {

    static final String EXCHANGE = "NASDAQ";

    private AssetRow() {}

    static ObjectNode of(Ticker ticker, List<String> attributes) {
        return new JsonRow()
                .text("id", AssetIds.of(ticker.symbol()))
                .text("class", "us_equity")
                .text("exchange", EXCHANGE)
                .text("symbol", ticker.symbol())
                .text("name", ticker.symbol() + " Common Stock")
                .text("status", "active")
                .flag("tradable", true)
                .flag("marginable", true)
                .flag("shortable", false)
                .flag("fractionable", false)
                .number("maintenance_margin_requirement", 30)
                .text("margin_requirement_long", "30")
                .text("margin_requirement_short", "30")
                .child("attributes", Json.texts(attributes))
                .node();
    }
}
