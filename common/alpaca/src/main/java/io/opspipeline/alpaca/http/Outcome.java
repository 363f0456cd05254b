package io.opspipeline.alpaca.http;

import io.opspipeline.domain.denial.Denial;
import java.time.Instant;

/// What became of one order or cancel.
public sealed interface Outcome {

    /// An answer came.
    record Answered(Answer answer) implements Outcome {}

    /// It went out and no answer came: nobody knows whether it arrived.
    ///
    /// @param reason what happened
    record Unanswered(String reason) implements Outcome {}

    /// It was held back: too many requests.
    ///
    /// @param retryAt when it may go out, UTC
    record HeldBack(Instant retryAt) implements Outcome {}

    /// It could not go out, and certainly nothing of it reached the broker.
    ///
    /// @param why what was in the way
    /// @param retryAt when to try again, UTC
    record NotSent(Denial why, Instant retryAt) implements Outcome {}
}
