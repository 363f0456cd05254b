package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.translation.OrderRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.ports.broker.SubmitResult;
import java.util.regex.Pattern;

/// What an answer to a new order means. Any 4xx is an answer, but 408; 429 is read by the caller.
final class SubmitAnswer {

    private static final int UNPROCESSABLE = 422;
    private static final Pattern DUPLICATE =
            Pattern.compile(
                    "client[ _]order[ _]id.*(unique|exist|duplicate|already)|duplicate.*client[ _]order",
                    Pattern.CASE_INSENSITIVE);

    private SubmitAnswer() {}

    static SubmitResult of(ClientOrderId sent, Answer answer) {
        if (answer.isDone()) {
            return answer.json()
                    .filter(WireNode::isObject)
                    .map(body -> accepted(sent, body))
                    .orElseGet(() -> inDoubt(answer));
        }
        return notDone(answer);
    }

    /// What an answer without an order in it means.
    static SubmitResult.NotAccepted notDone(Answer answer) {
        return answer.isRefusal() ? refused(answer) : inDoubt(answer);
    }

    private static SubmitResult accepted(ClientOrderId sent, WireNode body) {
        return switch (OrderRow.translate(WireOrder.from(body), Source.ANSWER)) {
            case Translation.Read<OrderUpdate>(var update)
                    when update.clientOrderId().equals(sent) ->
                    new SubmitResult.Accepted(update);
            case Translation.Read<OrderUpdate>(var update) ->
                    new SubmitResult.InDoubt("the answer is about " + update.clientOrderId());
            case Translation.Unreadable<OrderUpdate>(String reason) ->
                    new SubmitResult.InDoubt("the answer %s: %s".formatted(reason, body));
        };
    }

    private static SubmitResult.NotAccepted refused(Answer answer) {
        WireError error = answer.error();
        boolean isDuplicate =
                answer.status() == UNPROCESSABLE && DUPLICATE.matcher(error.message()).find();
        return isDuplicate
                ? new SubmitResult.Duplicate()
                : new SubmitResult.Refused(
                        answer.status(), error.code().orElse(0), error.message());
    }

    private static SubmitResult.NotAccepted inDoubt(Answer answer) {
        return new SubmitResult.InDoubt(answer.inWords());
    }
}
