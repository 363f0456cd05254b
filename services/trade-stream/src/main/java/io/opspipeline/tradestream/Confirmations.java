package io.opspipeline.tradestream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Counts how often in a row a position was missing at the broker. Looks that follow each other
/// closely are one.
final class Confirmations {

    private final Supplier<TradeStreamSettings> settings;
    private final Map<Long, Integer> counts = new HashMap<>();
    private Optional<Instant> lastCounted = Optional.empty();

    Confirmations(Supplier<TradeStreamSettings> settings) {
        this.settings = settings;
    }

    /// Takes the positions that are missing now; one that is not starts anew.
    void count(Set<Long> missing, Instant asOf) {
        counts.keySet().retainAll(missing);
        Duration gap = settings.get().confirmationGap();
        if (lastCounted.filter(at -> asOf.isBefore(at.plus(gap))).isPresent()) {
            return;
        }
        lastCounted = Optional.of(asOf);
        missing.forEach(id -> counts.merge(id, 1, Integer::sum));
    }

    boolean areEnough(long positionId) {
        return counts.getOrDefault(positionId, 0) >= settings.get().confirmations();
    }
}
