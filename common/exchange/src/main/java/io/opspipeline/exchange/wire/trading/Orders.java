package io.opspipeline.exchange.wire.trading;

import io.opspipeline.exchange.venue.CancelAnswer;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.venue.SubmitAnswer;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Takes orders and cancels, and answers what is asked about them.
///
/// @param venue where they go
record Orders(Venue venue) {

    Answer submit(Call call) {
        return switch (venue.submit(call.account(), OrderForm.read(call.body()))) {
            case SubmitAnswer.Accepted(var order) -> Answer.of(OrderRow.of(order));
            case SubmitAnswer.Refused(var refusal) -> Answer.refusal(refusal);
        };
    }

    Answer list(Call call) {
        List<OrderView> orders =
                new OrderQuery(call.parameters()).from(venue.orders(call.account()));
        return Answer.of(Json.array(orders.stream().map(OrderRow::of).toList()));
    }

    Answer one(Call call) {
        return found(venue.order(call.account(), call.subject()), call.subject());
    }

    Answer byClientOrderId(Call call) {
        String id = call.parameters().needed("client_order_id");
        return found(venue.orderByClientId(call.account(), id), id);
    }

    Answer cancel(Call call) {
        return switch (venue.cancel(call.account(), call.subject())) {
            case CancelAnswer.Accepted() -> Answer.nothing();
            case CancelAnswer.Refused(var refusal) -> Answer.refusal(refusal);
        };
    }

    /// Cancels whatever is open: 207 with a row for each.
    Answer cancelAll(Call call) {
        return Answer.of(
                207,
                Json.array(
                        venue.orders(call.account()).stream()
                                .filter(order -> !order.status().isTerminal())
                                .map(order -> canceled(call, order))
                                .toList()));
    }

    private ObjectNode canceled(Call call, OrderView order) {
        JsonRow row = new JsonRow().text("id", order.id());
        return switch (venue.cancel(call.account(), order.id())) {
            case CancelAnswer.Accepted() -> row.number("status", 200).node();
            case CancelAnswer.Refused(var refusal) ->
                    row.number("status", refusal.reason().httpStatus())
                            .child("body", Answer.body(refusal))
                            .node();
        };
    }

    private static Answer found(Optional<OrderView> order, String id) {
        return order.map(known -> Answer.of(OrderRow.of(known)))
                .orElseGet(() ->
                        Answer.refusal(
                                RefusalReason.ORDER_NOT_FOUND.says("order not found for " + id)));
    }
}
