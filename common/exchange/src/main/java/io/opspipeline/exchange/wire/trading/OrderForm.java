package io.opspipeline.exchange.wire.trading;

import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.OrderSubmission;
import io.opspipeline.exchange.venue.PositionIntent;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.RefusedException;
import io.opspipeline.exchange.wire.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of a new order. Prices and quantities may be texts or numbers. What the venue has
/// no notion of is refused here, in Alpaca's words where they are known.
record OrderForm(ObjectNode body) {

    private static final int MOST_DIGITS = 40;

    static OrderSubmission read(String body) {
        OrderForm form =
                new OrderForm(
                        Json.object(body)
                                .orElseThrow(() -> malformed("request body format is invalid")));
        form.requireSupported();
        return form.submission();
    }

    private OrderSubmission submission() {
        return new OrderSubmission(
                text("client_order_id"),
                needed("symbol"),
                side(),
                decimal("qty").orElseThrow(() -> malformed("qty or notional is required")),
                type(),
                decimal("limit_price"),
                text("position_intent").map(OrderForm::intent));
    }

    private void requireSupported() {
        switch (text("order_class").orElse("simple")) {
            case "simple" -> {}
            case "mleg" -> throw unsupported("multi-leg orders are not offered here");
            default -> throw unsupported("complex orders not supported for options trading");
        }
        if (text("notional").isPresent()) {
            throw unsupported("notional orders are not supported for options trading");
        }
        if (text("extended_hours").filter("true"::equals).isPresent()) {
            throw unsupported("extended hours is not supported for options trading");
        }
        if (!needed("time_in_force").equals("day")) {
            throw unsupported("order_time_in_force provided not supported for options trading");
        }
    }

    private OrderType type() {
        return switch (needed("type")) {
            case "limit" -> OrderType.LIMIT;
            case "market" -> OrderType.MARKET;
            default -> throw unsupported("invalid order type for options trading");
        };
    }

    private Side side() {
        return switch (needed("side")) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw malformed("side must be buy or sell");
        };
    }

    private static PositionIntent intent(String word) {
        return Stream.of(PositionIntent.values())
                .filter(intent -> intent.word().equals(word))
                .findFirst()
                .orElseThrow(() -> malformed("invalid position_intent: " + word));
    }

    private Optional<BigDecimal> decimal(String name) {
        return text(name).map(value -> decimal(name, value));
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

    private String needed(String name) {
        return text(name).orElseThrow(() -> malformed(name + " is required"));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(body.get(name))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .filter(value -> !value.isEmpty());
    }

    private static RefusedException malformed(String message) {
        return new RefusedException(Answer.refusal(RefusalReason.MALFORMED.says(message)));
    }

    private static RefusedException unsupported(String message) {
        return new RefusedException(Answer.refusal(RefusalReason.UNSUPPORTED.says(message)));
    }
}
