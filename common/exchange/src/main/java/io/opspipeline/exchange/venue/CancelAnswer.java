package io.opspipeline.exchange.venue;

/// The answer to a cancel.
public sealed interface CancelAnswer {

    /// Taken (204): the order is pending cancel or canceled, and a pending one may still fill. A
    /// repeated cancel is taken too.
    record Accepted() implements CancelAnswer {}

    /// Not taken: there is no such order, or it has ended.
    ///
    /// @param refusal why
    record Refused(Refusal refusal) implements CancelAnswer {}
}
