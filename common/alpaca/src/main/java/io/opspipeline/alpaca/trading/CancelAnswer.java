package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.alpaca.wire.WireError;
import io.opspipeline.ports.broker.CancelResult;
import java.util.regex.Pattern;

/// What an answer to a cancel means.
final class CancelAnswer {

    private static final int UNPROCESSABLE = 422;
    private static final Pattern ON_ITS_WAY =
            Pattern.compile("pending[ _]cancel", Pattern.CASE_INSENSITIVE);

    private CancelAnswer() {}

    static CancelResult of(Answer answer) {
        if (answer.isDone()) {
            return new CancelResult.Accepted();
        }
        WireError error = answer.error();
        if (error.isNotFound(answer.status())) {
            return new CancelResult.Unknown();
        }
        return answer.status() == UNPROCESSABLE
                ? tooLate(error.message())
                : new CancelResult.InDoubt(answer.denial());
    }

    // A second cancel of an order whose first is on its way has not come too late.
    private static CancelResult tooLate(String message) {
        return ON_ITS_WAY.matcher(message).find()
                ? new CancelResult.Accepted()
                : new CancelResult.AlreadyEnded(message);
    }
}
