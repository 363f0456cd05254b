package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.translation.OrderRow;
import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import io.opspipeline.ports.broker.SubmitResult;
import java.util.OptionalInt;
import java.util.Set;

/// What an answer to a new order means. Any 4xx is an answer, but 408; 429 is read by the caller.
final class SubmitAnswer {

    private static final int UNPROCESSABLE = 422;
    private static final OptionalInt INVALID_FIELD = OptionalInt.of(40_010_001);

    /// What the words of a new order's refusal may be read as while they speak of no other field.
    private static final Set<DenialCode> OF_NO_OTHER_FIELD =
            Set.of(
                    DenialCode.CLIENT_ID_INVALID,
                    DenialCode.ORDER_ENDED,
                    DenialCode.ORDER_UNKNOWN,
                    DenialCode.BROKER_REFUSED);

    private SubmitAnswer() {}

    /// True for a refusal that has status and code of a name that is taken, in words that we do not
    /// know: Alpaca keeps to status and code, not to its words. Other fields that it does not take
    /// have the same code.
    static boolean mayMeanTaken(Answer answer) {
        return answer.status() == UNPROCESSABLE
                && answer.error().code().equals(INVALID_FIELD)
                && OF_NO_OTHER_FIELD.contains(answer.denial().code());
    }

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
                    unreadable("the answer is about " + update.clientOrderId());
            case Translation.Unreadable<OrderUpdate>(String reason) ->
                    unreadable("the answer %s: %s".formatted(reason, body));
        };
    }

    /// There is an answer, and it does not tell what became of the order.
    static SubmitResult.InDoubt unreadable(String words) {
        return new SubmitResult.InDoubt(DenialCode.ANSWER_UNREADABLE.says(words));
    }

    private static SubmitResult.NotAccepted refused(Answer answer) {
        WireError error = answer.error();
        DenialCode reason = answer.denial().code();
        return reason == DenialCode.CLIENT_ID_TAKEN
                ? new SubmitResult.Duplicate()
                : new SubmitResult.Refused(
                        reason, answer.status(), error.code().orElse(0), error.message());
    }

    private static SubmitResult.NotAccepted inDoubt(Answer answer) {
        return new SubmitResult.InDoubt(answer.denial());
    }
}
