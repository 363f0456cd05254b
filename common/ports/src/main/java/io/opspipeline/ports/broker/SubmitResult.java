package io.opspipeline.ports.broker;

import io.opspipeline.domain.order.OrderUpdate;
import java.time.Instant;

/// What became of a submitted order.
public sealed interface SubmitResult {

    /// The broker has not said that it has it; the same for an order and a spread.
    sealed interface NotAccepted extends SubmitResult, SpreadResult {}

    /// The broker has it.
    ///
    /// @param update the order as the answer shows it
    record Accepted(OrderUpdate update) implements SubmitResult {}

    /// The broker refused it: it will never work.
    ///
    /// @param httpStatus the status, 400 to 499 without 408 and 429
    /// @param code the broker's code, 0 when it gave none
    /// @param message the broker's words
    record Refused(int httpStatus, int code, String message) implements NotAccepted {}

    /// The broker knows an order of this client id already: look it up.
    record Duplicate() implements NotAccepted {}

    /// Too many requests; the same order may be sent again, with the same id, from the given time.
    ///
    /// @param retryAt when the limit resets, UTC
    record RateLimited(Instant retryAt) implements NotAccepted {}

    /// Nobody knows: time-out, 5xx, unreadable answer.
    ///
    /// @param reason what happened
    record InDoubt(String reason) implements NotAccepted {}
}
