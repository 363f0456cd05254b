package io.opspipeline.alpaca.pace;

import java.time.Duration;
import java.util.SplittableRandom;

/// Pauses that double with every failure and stray from their length by a share, so that clients
/// that failed together do not come back together. The same settings and name give the same pauses.
///
/// @param first length after the first failure
/// @param longest length at most, before the stray
/// @param jitter how far a pause may stray, as a share in [0, 1)
/// @param seed makes the pauses of two processes differ
public record Backoff(Duration first, Duration longest, double jitter, long seed) {

    private static final int MOST_DOUBLINGS = 20;

    /// The pause after a number of failures in a row.
    ///
    /// @param name who waits
    /// @param failures at least 1
    public Duration after(String name, int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        Duration doubled = first.multipliedBy(1L << doublings);
        Duration length = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis(Math.round(length.toMillis() * stray(name, failures)));
    }

    private double stray(String name, int failures) {
        long own = seed * 31 * 31 + name.hashCode() * 31L + failures;
        return 1 + jitter * (2 * new SplittableRandom(own).nextDouble() - 1);
    }
}
