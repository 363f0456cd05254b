package io.opspipeline.alpaca.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// What the headers of an answer say of the request limit.
///
/// @param limit requests in a minute
/// @param remaining requests left until the reset
/// @param resetsAt when the count begins anew, UTC
/// @param retryAfter how long to stay away, counted from the answer
public record Allowance(
        OptionalInt limit,
        OptionalInt remaining,
        Optional<Instant> resetsAt,
        Optional<Duration> retryAfter) {

    /// An answer without the headers.
    public static final Allowance UNTOLD =
            new Allowance(
                    OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    /// Without a time to stay away.
    public Allowance(OptionalInt limit, OptionalInt remaining, Optional<Instant> resetsAt) {
        this(limit, remaining, resetsAt, Optional.empty());
    }

    /// Reads `X-RateLimit-Limit`, `X-RateLimit-Remaining`, `X-RateLimit-Reset`, which holds Unix
    /// seconds, and `Retry-After` in seconds. What cannot be read counts as not told.
    ///
    /// @param header the value of a header
    public static Allowance read(Function<String, Optional<String>> header) {
        return new Allowance(
                count(header.apply("X-RateLimit-Limit")),
                count(header.apply("X-RateLimit-Remaining")),
                header.apply("X-RateLimit-Reset")
                        .flatMap(Allowance::number)
                        .map(Instant::ofEpochSecond),
                header.apply("Retry-After").flatMap(Allowance::number).map(Duration::ofSeconds));
    }

    private static OptionalInt count(Optional<String> header) {
        return header.flatMap(Allowance::number)
                .map(value -> OptionalInt.of(Math.clamp(value, 0, Integer.MAX_VALUE)))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,10}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
