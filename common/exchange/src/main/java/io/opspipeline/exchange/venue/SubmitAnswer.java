package io.opspipeline.exchange.venue;

/// The answer to a submitted order.
public sealed interface SubmitAnswer {

    /// Taken.
    ///
    /// @param order as it is after what happened at once; an order that the venue rejects after
    ///   taking it is shown as accepted, the rejection follows as an event
    record Accepted(OrderView order) implements SubmitAnswer {}

    /// Not taken: there is no order and the client order id stays free.
    ///
    /// @param refusal why
    record Refused(Refusal refusal) implements SubmitAnswer {}
}
