package io.opspipeline.reliability.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What many seeds came to.
///
/// @param seeds how many
/// @param steps entries of the virtual queues that were run
/// @param orders orders that the exchange took
/// @param orderEvents what happened to them at the exchange
/// @param fewestEvents order events of the seed that had the fewest
/// @param faults how often each kind of fault was met
/// @param crashes how often a process died, by where
/// @param broken seeds in which something did not hold
/// @param took real time of all seeds, one after the other
public record Campaign(
        int seeds,
        long steps,
        long orders,
        long orderEvents,
        int fewestEvents,
        SortedMap<String, Long> faults,
        SortedMap<String, Long> crashes,
        List<SimulationResult> broken,
        Duration took) {

    /// Sums them up.
    ///
    /// @param results at least one
    public static Campaign of(List<SimulationResult> results) {
        return new Campaign(
                results.size(),
                results.stream().mapToLong(SimulationResult::steps).sum(),
                results.stream().mapToLong(SimulationResult::orders).sum(),
                results.stream().mapToLong(SimulationResult::orderEvents).sum(),
                results.stream().mapToInt(SimulationResult::orderEvents).min().orElseThrow(),
                sums(results, SimulationResult::faults),
                sums(results, SimulationResult::crashes),
                results.stream().filter(result -> !result.broken().isEmpty()).toList(),
                results.stream().map(SimulationResult::took).reduce(Duration.ZERO, Duration::plus));
    }

    /// How many invariants were broken, over all seeds.
    public long invariantsBroken() {
        return broken.stream().mapToLong(result -> result.broken().size()).sum();
    }

    private static SortedMap<String, Long> sums(
            List<SimulationResult> results,
            Function<SimulationResult, SortedMap<String, Long>> part) {
        SortedMap<String, Long> sums = new TreeMap<>();
        results.forEach(result ->
                part.apply(result).forEach((name, times) -> sums.merge(name, times, Long::sum)));
        return sums;
    }
}
