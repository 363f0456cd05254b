package io.opspipeline.ports.broker;

/// What became of a request to cancel.
public sealed interface CancelResult {

    /// The broker will try; the order may still fill.
    record Accepted() implements CancelResult {}

    /// The order cannot be cancelled any more: it has ended.
    ///
    /// @param message the broker's words
    record AlreadyEnded(String message) implements CancelResult {}

    /// The broker does not know the order.
    record Unknown() implements CancelResult {}

    /// Nobody knows: time-out, 5xx, unreadable answer, too many requests.
    ///
    /// @param reason what happened
    record InDoubt(String reason) implements CancelResult {}
}
