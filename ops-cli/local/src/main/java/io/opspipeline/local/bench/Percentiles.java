package io.opspipeline.local.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// How long something took, over many times.
///
/// @param count how many times
/// @param p50 half took at most this
/// @param p99 99 of 100 took at most this
/// @param max the longest
public record Percentiles(int count, Duration p50, Duration p99, Duration max) {

    /// The percentiles of some durations, each one of them (no interpolation).
    ///
    /// @throws IllegalArgumentException without any
    public static Percentiles of(Collection<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Percentiles(sorted.size(), at(sorted, 50), at(sorted, 99), sorted.getLast());
    }

    private static Duration at(List<Duration> sorted, int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
