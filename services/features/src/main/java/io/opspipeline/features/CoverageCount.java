package io.opspipeline.features;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.market.indicator.AbsenceReason;
import io.opspipeline.market.indicator.Feature;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Counts the coverage, ticker by ticker.
final class CoverageCount {

    private final SessionCalendar calendar;
    private final Duration freshness;
    private final Instant asOf;
    private final TreeSet<Ticker> stale = new TreeSet<>();
    private final TreeSet<Ticker> warmingUp = new TreeSet<>();
    private final Map<Feature, Map<AbsenceReason, Integer>> absences = new EnumMap<>(Feature.class);
    private Optional<Instant> newestEnd = Optional.empty();
    private int expected;

    /// @param freshness oldest fresh features, session time since their bar closed
    CoverageCount(SessionCalendar calendar, Duration freshness, Instant asOf) {
        this.calendar = calendar;
        this.freshness = freshness;
        this.asOf = asOf;
    }

    /// Counts an active ticker.
    ///
    /// @param features empty when it has no bar at all
    void add(Ticker ticker, Optional<TickerFeatures> features) {
        features.ifPresent(this::look);
        if (features.filter(TickerFeatures::isWarm).isEmpty()) {
            warmingUp.add(ticker);
            return;
        }
        expected++;
        if (features.flatMap(TickerFeatures::newestEnd).filter(this::isFresh).isEmpty()) {
            stale.add(ticker);
        }
    }

    Coverage total() {
        int computed = expected - stale.size();
        return new Coverage(computed, expected, stale, warmingUp, newestEnd, absences);
    }

    private void look(TickerFeatures features) {
        Optional<Instant> end = features.newestEnd();
        if (newestEnd.isEmpty() || end.filter(newestEnd.get()::isBefore).isPresent()) {
            newestEnd = end;
        }
        features.absences()
                .forEach((feature, reason) ->
                        absences.computeIfAbsent(feature, _ -> new EnumMap<>(AbsenceReason.class))
                                .merge(reason, 1, Integer::sum));
    }

    private boolean isFresh(Instant end) {
        return calendar.openTime(end, asOf).compareTo(freshness) <= 0;
    }
}
