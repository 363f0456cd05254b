package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.http.Answer;
import io.opspipeline.ports.broker.DoNotExerciseResult;

/// What an answer to a request not to exercise means.
final class DoNotExerciseAnswer {

    private DoNotExerciseAnswer() {}

    static DoNotExerciseResult of(Answer answer) {
        if (answer.isDone()) {
            return new DoNotExerciseResult.Accepted();
        }
        return answer.isRefusal()
                ? new DoNotExerciseResult.Refused(
                        answer.denial().code(),
                        answer.status(),
                        answer.error().code().orElse(0),
                        answer.error().message())
                : new DoNotExerciseResult.InDoubt(answer.denial());
    }
}
