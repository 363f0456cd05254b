package io.opspipeline.ports.broker;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;

/// What became of a request not to exercise a contract.
public sealed interface DoNotExerciseResult {

    /// The broker will not exercise it at expiry.
    record Accepted() implements DoNotExerciseResult {}

    /// The broker refused: it will exercise what is in the money.
    ///
    /// @param reason what the refusal means to us
    /// @param httpStatus the status, 400 to 499 without 408 and 429
    /// @param code the broker's code, 0 when it gave none
    /// @param message the broker's words
    record Refused(DenialCode reason, int httpStatus, int code, String message)
            implements DoNotExerciseResult {

        /// Why not.
        public Denial denial() {
            return reason.says("refused %d/%d: %s".formatted(httpStatus, code, message));
        }
    }

    /// Not sent, or nobody knows: time-out, 5xx, too many requests. Asking again does no harm.
    ///
    /// @param denial what happened
    record InDoubt(Denial denial) implements DoNotExerciseResult {}
}
