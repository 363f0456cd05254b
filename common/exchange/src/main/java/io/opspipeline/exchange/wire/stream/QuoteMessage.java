package io.opspipeline.exchange.wire.stream;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.wire.json.JsonRow;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A quote as the option stream shows it: `T` is the first member, the time is an instant and no
/// text, and a faulty quote stays faulty.
final class QuoteMessage {

    private QuoteMessage() {}

    static ObjectNode of(OccSymbol contract, RawQuote quote) {
        return new JsonRow()
                .text("T", "q")
                .text("S", contract.toString())
                .child("t", JsonNodeFactory.instance.pojoNode(quote.at()))
                .text("bx", "C")
                .number("bp", quote.bid())
                .number("bs", quote.bidSize())
                .text("ax", "C")
                .number("ap", quote.ask())
                .number("as", quote.askSize())
                .text("c", "A")
                .node();
    }
}
