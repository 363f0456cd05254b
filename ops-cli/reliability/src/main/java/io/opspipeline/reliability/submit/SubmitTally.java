package io.opspipeline.reliability.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What submits without a readable answer came to.
///
/// @param submits how many there were
/// @param kinds how many of each kind, by its words
/// @param entries how many dispatches had an order
/// @param ordersAtBroker how many dispatches have how many orders at the broker
/// @param duplicates dispatches that could have bought more than was wanted, even for a moment
/// @param orphans orders at the broker that the ledger does not know as they are
/// @param undecided dispatches that have not ended
/// @param wrongPositions positions that are not what the broker holds
/// @param failures what a dispatcher threw, but deaths
/// @param findings the first of all that should not be, one line each
public record SubmitTally(
        long submits,
        SortedMap<String, Long> kinds,
        long entries,
        SortedMap<Integer, Long> ordersAtBroker,
        long duplicates,
        long orphans,
        long undecided,
        long wrongPositions,
        long failures,
        List<String> findings) {

    private static final int SHOWN = 10;

    /// Nothing.
    public static final SubmitTally NONE =
            new SubmitTally(0, new TreeMap<>(), 0, new TreeMap<>(), 0, 0, 0, 0, 0, List.of());

    /// True when nothing is there that should not be.
    public boolean isClean() {
        return duplicates + orphans + undecided + wrongPositions + failures == 0;
    }

    /// Both together.
    public SubmitTally plus(SubmitTally other) {
        var all = new ArrayList<>(findings);
        other.findings.stream().limit(SHOWN - Math.min(SHOWN, all.size())).forEach(all::add);
        return new SubmitTally(
                submits + other.submits,
                sum(other, SubmitTally::kinds),
                entries + other.entries,
                sum(other, SubmitTally::ordersAtBroker),
                duplicates + other.duplicates,
                orphans + other.orphans,
                undecided + other.undecided,
                wrongPositions + other.wrongPositions,
                failures + other.failures,
                all);
    }

    private <K extends Comparable<K>> SortedMap<K, Long> sum(
            SubmitTally other, Function<SubmitTally, SortedMap<K, Long>> part) {
        SortedMap<K, Long> sums = new TreeMap<>(part.apply(this));
        part.apply(other).forEach((key, count) -> sums.merge(key, count, Long::sum));
        return sums;
    }
}
