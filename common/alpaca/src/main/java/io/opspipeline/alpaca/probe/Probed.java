package io.opspipeline.alpaca.probe;

import io.opspipeline.alpaca.pace.Allowance;
import java.time.Instant;
import java.util.function.Function;

/// What became of one question.
///
/// @param <T> what was asked for
public sealed interface Probed<T> {

    /// It was answered.
    ///
    /// @param value what was asked for
    /// @param allowance what is left of the request limit
    record Found<T>(T value, Allowance allowance) implements Probed<T> {}

    /// Alpaca said no.
    ///
    /// @param status 400 to 499 without 408 and 429
    /// @param words Alpaca's
    record Refused<T>(int status, String words) implements Probed<T> {}

    /// It was one request too many.
    ///
    /// @param words Alpaca's
    /// @param resetsAt from when the next may come, UTC
    record OneTooMany<T>(String words, Instant resetsAt) implements Probed<T> {}

    /// There was no answer, or none that can be read.
    ///
    /// @param reason what happened
    record Unanswered<T>(String reason) implements Probed<T> {}

    /// The same about another thing.
    ///
    /// @throws RuntimeException of the function
    default <R> Probed<R> map(Function<T, R> function) {
        return switch (this) {
            case Found<T>(T value, Allowance allowance) ->
                    new Found<>(function.apply(value), allowance);
            case Refused<T>(int status, String words) -> new Refused<>(status, words);
            case OneTooMany<T>(String words, Instant resetsAt) -> new OneTooMany<>(words, resetsAt);
            case Unanswered<T>(String reason) -> new Unanswered<>(reason);
        };
    }
}
