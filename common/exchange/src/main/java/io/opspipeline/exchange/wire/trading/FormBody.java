package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.PositionIntent;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.RefusedException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The members of an object that a client sent. Prices and quantities may be texts or numbers.
///
/// @param node as sent
record FormBody(JsonNode node) {

    private static final int MOST_DIGITS = 40;

    Optional<BigDecimal> decimal(String name) {
        return text(name).map(value -> decimal(name, value));
    }

    String needed(String name) {
        return text(name).orElseThrow(() -> malformed(name + " is required"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .filter(value -> !value.isEmpty());
    }

    Optional<Side> side() {
        return text("side")
                .map(word ->
                        switch (word) {
                            case "buy" -> Side.BUY;
                            case "sell" -> Side.SELL;
                            default -> throw malformed("side must be buy or sell");
                        });
    }

    Optional<PositionIntent> intent() {
        return text("position_intent").map(FormBody::intent);
    }

    static RefusedException malformed(String message) {
        return new RefusedException(Answer.refusal(RefusalReason.MALFORMED.says(message)));
    }

    static RefusedException unsupported(String message) {
        return new RefusedException(Answer.refusal(RefusalReason.UNSUPPORTED.says(message)));
    }

    private static PositionIntent intent(String word) {
        return Stream.of(PositionIntent.values())
                .filter(intent -> intent.word().equals(word))
                .findFirst()
                .orElseThrow(() -> malformed("invalid position_intent: " + word));
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS) {
                return value;
            }
        } catch (NumberFormatException _) {
            // The same answer as for a number beyond all measure.
        }
        throw malformed("invalid " + name);
    }
}
