package io.opspipeline.alpaca.wire;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;

/// One row in our words, or why it cannot be said in them.
///
/// @param <T> the kind of thing a row is
public sealed interface Translation<T> {

    /// A row that could be read.
    ///
    /// @param value the row in our words
    record Read<T>(T value) implements Translation<T> {}

    /// A row that could not be read.
    ///
    /// @param reason what is wrong with it
    record Unreadable<T>(String reason) implements Translation<T> {}

    /// Tries a translation. What the domain refuses makes the row unreadable.
    static <T> Translation<T> of(Supplier<T> attempt) {
        try {
            return new Read<>(attempt.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return new Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    /// A member that a translation cannot do without.
    ///
    /// @throws IllegalArgumentException naming the member when it is absent
    static <T> T need(Optional<T> member, String name) {
        return member.orElseThrow(() -> missing(name));
    }

    /// A count that a translation cannot do without.
    ///
    /// @throws IllegalArgumentException naming the member when it is absent
    static int need(OptionalInt member, String name) {
        return member.orElseThrow(() -> missing(name));
    }

    /// A number that a translation cannot do without.
    ///
    /// @throws IllegalArgumentException naming the member when it is absent
    static long need(OptionalLong member, String name) {
        return member.orElseThrow(() -> missing(name));
    }

    /// The value, or nothing and a log line with the raw row.
    default Optional<T> orSkipped(Logger log, WireNode raw) {
        return switch (this) {
            case Read<T>(T value) -> Optional.of(value);
            case Unreadable<T>(String reason) -> {
                log.warn("row skipped: {}: {}", reason, raw);
                yield Optional.empty();
            }
        };
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("has no readable " + name);
    }
}
