package io.opspipeline.ports.broker;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.OrderUpdate;
import java.time.Instant;

/// What became of a submitted order.
public sealed interface SubmitResult {

    /// The broker has not said that it has it; the same for an order and a spread.
    sealed interface NotAccepted extends SubmitResult, SpreadResult {

        /// Why not.
        Denial denial();
    }

    /// The broker has it.
    ///
    /// @param update the order as the answer shows it
    record Accepted(OrderUpdate update) implements SubmitResult {}

    /// The broker refused it: it will never work.
    ///
    /// @param reason what the refusal means to us, and so what is done next
    /// @param httpStatus the status, 400 to 499 without 408 and 429
    /// @param code the broker's code, 0 when it gave none
    /// @param message the broker's words
    record Refused(DenialCode reason, int httpStatus, int code, String message)
            implements NotAccepted {

        @Override
        public Denial denial() {
            return reason.says("refused %d/%d: %s".formatted(httpStatus, code, message));
        }
    }

    /// The broker knows an order of this client id already: look it up.
    record Duplicate() implements NotAccepted {

        @Override
        public Denial denial() {
            return DenialCode.CLIENT_ID_TAKEN.says("duplicate client order id");
        }
    }

    /// The broker does not have it; the very same order may be sent again, with the same id.
    sealed interface Postponed extends NotAccepted {

        /// From when, UTC.
        Instant retryAt();
    }

    /// Too many requests.
    ///
    /// @param reason whose limit it was
    /// @param retryAt when the limit resets, UTC
    record RateLimited(DenialCode reason, Instant retryAt) implements Postponed {

        @Override
        public Denial denial() {
            return reason.says("rate limited until " + retryAt);
        }
    }

    /// There was no way to the broker, and nothing of it was sent.
    ///
    /// @param denial what was in the way
    /// @param retryAt when to try again, UTC
    record NotSent(Denial denial, Instant retryAt) implements Postponed {}

    /// Nobody knows: time-out, 5xx, unreadable answer.
    ///
    /// @param denial what happened
    record InDoubt(Denial denial) implements NotAccepted {}
}
