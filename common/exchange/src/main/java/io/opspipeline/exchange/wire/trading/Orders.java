package io.opspipeline.exchange.wire.trading;

import io.opspipeline.exchange.venue.CancelAnswer;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.RefusalReason;
import io.opspipeline.exchange.venue.SpreadAnswer;
import io.opspipeline.exchange.venue.SubmitAnswer;
import io.opspipeline.exchange.venue.Venue;
import io.opspipeline.exchange.wire.http.Answer;
import io.opspipeline.exchange.wire.http.Call;
import io.opspipeline.exchange.wire.json.Json;
import io.opspipeline.exchange.wire.json.JsonRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Takes orders and cancels, and answers what is asked about them.
///
/// @param venue where they go
record Orders(Venue venue) {

    Answer submit(Call call) {
        FormBody body =
                Json.object(call.body())
                        .map(FormBody::new)
                        .orElseThrow(() -> FormBody.malformed("request body format is invalid"));
        return body.text("order_class").filter("mleg"::equals).isPresent()
                ? spread(venue.submit(call.account(), new SpreadForm(body).read()))
                : order(venue.submit(call.account(), new OrderForm(body).read()));
    }

    private static Answer order(SubmitAnswer answer) {
        return switch (answer) {
            case SubmitAnswer.Accepted(var order) -> Answer.of(OrderRow.of(order));
            case SubmitAnswer.Refused(var refusal) -> Answer.refusal(refusal);
        };
    }

    private static Answer spread(SpreadAnswer answer) {
        return switch (answer) {
            case SpreadAnswer.Accepted(var spread) -> Answer.of(SpreadRow.nested(spread));
            case SpreadAnswer.Refused(var refusal) -> Answer.refusal(refusal);
        };
    }

    Answer list(Call call) {
        List<OrderLine> lines =
                new OrderQuery(call.parameters()).from(venue.placed(call.account()));
        return Answer.of(Json.array(lines.stream().map(OrderLine::row).toList()));
    }

    /// An order or a spread, with its legs when `nested` is asked for; or a leg.
    Answer one(Call call) {
        boolean nested = call.parameters().flag("nested").orElse(false);
        return found(
                venue.placed(call.account(), call.subject()).stream()
                        .flatMap(order ->
                                Stream.concat(
                                        OrderLine.of(order, nested), OrderLine.of(order, false)))
                        .filter(line -> line.id().equals(call.subject()))
                        .findFirst(),
                call.subject());
    }

    Answer byClientOrderId(Call call) {
        String id = call.parameters().needed("client_order_id");
        return found(
                venue.placedByClientId(call.account(), id)
                        .flatMap(order -> OrderLine.of(order, true).findFirst()),
                id);
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
                        venue.placed(call.account()).stream()
                                .filter(order -> !order.status().isTerminal())
                                .map(order -> canceled(call, order))
                                .toList()));
    }

    private ObjectNode canceled(Call call, PlacedOrder order) {
        JsonRow row = new JsonRow().text("id", order.id());
        return switch (venue.cancel(call.account(), order.id())) {
            case CancelAnswer.Accepted() -> row.number("status", 200).node();
            case CancelAnswer.Refused(var refusal) ->
                    row.number("status", refusal.reason().httpStatus())
                            .child("body", Answer.body(refusal))
                            .node();
        };
    }

    private static Answer found(Optional<OrderLine> line, String id) {
        return line.map(known -> Answer.of(known.row()))
                .orElseGet(() ->
                        Answer.refusal(
                                RefusalReason.ORDER_NOT_FOUND.says("order not found for " + id)));
    }
}
