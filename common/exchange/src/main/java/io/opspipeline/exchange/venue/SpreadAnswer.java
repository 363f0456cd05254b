package io.opspipeline.exchange.venue;

/// The answer to a submitted spread.
public sealed interface SpreadAnswer {

    /// Taken.
    ///
    /// @param spread as it is after what happened at once
    record Accepted(SpreadView spread) implements SpreadAnswer {}

    /// Not taken: there is no spread and the client order id stays free.
    ///
    /// @param refusal why
    record Refused(Refusal refusal) implements SpreadAnswer {}
}
