package io.opspipeline.features;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.market.indicator.AbsenceReason;
import io.opspipeline.market.indicator.Feature;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// How much of what should be computed is, as of one run.
///
/// @param computed tickers with 50 bars and fresh features
/// @param expected tickers with 50 bars
/// @param stale those of them without fresh features
/// @param warmingUp active tickers with fewer bars
/// @param newestEnd when the newest bar of all that was computed closed, UTC
/// @param absences how many of the newest rows lack a feature, by feature and reason
record Coverage(
        int computed,
        int expected,
        SortedSet<Ticker> stale,
        SortedSet<Ticker> warmingUp,
        Optional<Instant> newestEnd,
        Map<Feature, Map<AbsenceReason, Integer>> absences) {

    /// One line for people: `1 WARMING_UP (TSLA); absent: VOLUME_RATIO SESSION_TOO_YOUNG 3`.
    String note() {
        String lacking =
                absences.entrySet().stream()
                        .flatMap(feature ->
                                feature.getValue().entrySet().stream()
                                        .map(reason ->
                                                "%s %s %d"
                                                        .formatted(
                                                                feature.getKey(),
                                                                reason.getKey(),
                                                                reason.getValue())))
                        .collect(Collectors.joining(", "));
        return named("stale", stale)
                + named("WARMING_UP", warmingUp)
                + (lacking.isEmpty() ? "nothing absent" : "absent: " + lacking);
    }

    private static String named(String state, SortedSet<Ticker> tickers) {
        return tickers.isEmpty()
                ? ""
                : tickers.stream()
                        .map(Ticker::symbol)
                        .collect(
                                Collectors.joining(
                                        " ", tickers.size() + " " + state + " (", "); "));
    }
}
