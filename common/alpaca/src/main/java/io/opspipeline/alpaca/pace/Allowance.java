package io.opspipeline.alpaca.pace;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// What the headers of an answer say of the request limit.
///
/// @param remaining requests left until the reset
/// @param resetsAt when the count begins anew, UTC
public record Allowance(OptionalInt remaining, Optional<Instant> resetsAt) {

    /// An answer without the headers.
    public static final Allowance UNTOLD = new Allowance(OptionalInt.empty(), Optional.empty());

    /// Reads `X-RateLimit-Remaining` and `X-RateLimit-Reset`, which holds Unix seconds. What cannot
    /// be read counts as not told.
    public static Allowance read(Optional<String> remaining, Optional<String> reset) {
        Optional<Long> left = remaining.flatMap(Allowance::number);
        return new Allowance(
                left.isPresent()
                        ? OptionalInt.of(Math.clamp(left.get(), 0, Integer.MAX_VALUE))
                        : OptionalInt.empty(),
                reset.flatMap(Allowance::number).map(Instant::ofEpochSecond));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,10}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
