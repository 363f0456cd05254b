package io.opspipeline.tradestream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts how often in a row a position was missing at the broker. Looks that follow each other
/// closely are one.
final class Confirmations {

    private final int needed;
    private final Duration gap;
    private final Map<Long, Integer> counts = new HashMap<>();
    private Optional<Instant> lastCounted = Optional.empty();

    /// @param needed looks in a row that are enough
    /// @param gap least time between two looks that count
    Confirmations(int needed, Duration gap) {
        this.needed = needed;
        this.gap = gap;
    }

    /// Takes the positions that are missing now; one that is not starts anew.
    void count(Set<Long> missing, Instant asOf) {
        counts.keySet().retainAll(missing);
        if (lastCounted.filter(at -> asOf.isBefore(at.plus(gap))).isPresent()) {
            return;
        }
        lastCounted = Optional.of(asOf);
        missing.forEach(id -> counts.merge(id, 1, Integer::sum));
    }

    boolean areEnough(long positionId) {
        return counts.getOrDefault(positionId, 0) >= needed;
    }
}
