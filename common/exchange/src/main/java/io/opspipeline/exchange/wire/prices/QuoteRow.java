package io.opspipeline.exchange.wire.prices;

import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Quotes as the wire shows them: a side without interest is 0, and a faulty quote stays faulty.
final class QuoteRow {

    private QuoteRow() {}

    static ObjectNode stock(RawQuote quote) {
        return row(quote, "Q").child("c", Json.texts(List.of("R"))).text("z", "C").node();
    }

    static ObjectNode option(RawQuote quote) {
        return row(quote, "C").text("c", "A").node();
    }

    private static JsonRow row(RawQuote quote, String venue) {
        return new JsonRow()
                .instant("t", quote.at())
                .text("ax", venue)
                .number("ap", quote.ask())
                .number("as", quote.askSize())
                .text("bx", venue)
                .number("bp", quote.bid())
                .number("bs", quote.bidSize());
    }
}
