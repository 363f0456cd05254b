package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.ports.broker.CancelResult;
import java.util.regex.Pattern;

/// What an answer to a cancel means.
final class CancelAnswer {

    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final Pattern ON_ITS_WAY =
            Pattern.compile("pending[ _]cancel", Pattern.CASE_INSENSITIVE);

    private CancelAnswer() {}

    static CancelResult of(Answer answer) {
        if (answer.isDone()) {
            return new CancelResult.Accepted();
        }
        return switch (answer.status()) {
            case NOT_FOUND -> new CancelResult.Unknown();
            case UNPROCESSABLE -> tooLate(answer.error().message());
            default -> new CancelResult.InDoubt(answer.denial());
        };
    }

    // A second cancel of an order whose first is on its way has not come too late.
    private static CancelResult tooLate(String message) {
        return ON_ITS_WAY.matcher(message).find()
                ? new CancelResult.Accepted()
                : new CancelResult.AlreadyEnded(message);
    }
}
