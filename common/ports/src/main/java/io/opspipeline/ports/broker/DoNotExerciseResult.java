package io.opspipeline.ports.broker;

/// What became of a request not to exercise a contract.
public sealed interface DoNotExerciseResult {

    /// The broker will not exercise it at expiry.
    record Accepted() implements DoNotExerciseResult {}

    /// The broker refused: it will exercise what is in the money.
    ///
    /// @param httpStatus the status, 400 to 499 without 408 and 429
    /// @param code the broker's code, 0 when it gave none
    /// @param message the broker's words
    record Refused(int httpStatus, int code, String message) implements DoNotExerciseResult {}

    /// Nobody knows: time-out, 5xx, too many requests. Asking again does no harm.
    ///
    /// @param reason what happened
    record InDoubt(String reason) implements DoNotExerciseResult {}
}
