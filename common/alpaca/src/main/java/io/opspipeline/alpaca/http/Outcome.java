package io.opspipeline.alpaca.http;

import java.time.Instant;

/// What became of one order or cancel.
public sealed interface Outcome {

    /// An answer came.
    record Answered(Answer answer) implements Outcome {}

    /// It went out and no answer came: nobody knows whether it arrived.
    ///
    /// @param reason what happened
    record Unanswered(String reason) implements Outcome {}

    /// It did not go out: too many requests.
    ///
    /// @param retryAt when it may, UTC
    record NotSent(Instant retryAt) implements Outcome {}
}
