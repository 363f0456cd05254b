package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.translation.SpreadRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.domain.order.SpreadUpdate;
import io.opspipeline.ports.broker.SpreadResult;

/// What an answer to a new spread means.
final class SpreadAnswer {

    private SpreadAnswer() {}

    static SpreadResult of(ClientOrderId sent, Answer answer) {
        if (!answer.isDone()) {
            return SubmitAnswer.notDone(answer);
        }
        return answer.json()
                .filter(WireNode::isObject)
                .map(body -> accepted(sent, body))
                .orElseGet(() -> SubmitAnswer.notDone(answer));
    }

    private static SpreadResult accepted(ClientOrderId sent, WireNode body) {
        return switch (SpreadRow.translate(WireOrder.from(body), Source.ANSWER)) {
            case Translation.Read<SpreadUpdate>(var update)
                    when update.clientOrderId().equals(sent) ->
                    new SpreadResult.Accepted(update);
            case Translation.Read<SpreadUpdate>(var update) ->
                    SubmitAnswer.unreadable("the answer is about " + update.clientOrderId());
            case Translation.Unreadable<SpreadUpdate>(String reason) ->
                    SubmitAnswer.unreadable("the answer %s: %s".formatted(reason, body));
        };
    }
}
