package io.opspipeline.exchange.venue;

/// The answer to a request about the exercise of a position.
public sealed interface ExerciseAnswer {

    /// Done.
    record Accepted() implements ExerciseAnswer {}

    /// Not done.
    ///
    /// @param refusal why
    record Refused(Refusal refusal) implements ExerciseAnswer {}
}
