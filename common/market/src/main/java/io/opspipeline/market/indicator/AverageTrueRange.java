package io.opspipeline.market.indicator;

import java.util.OptionalDouble;

/// Wilder's mean of 14 true ranges, each with the close before.
final class AverageTrueRange {

    private static final int WINDOW = 14;

    private final WilderMean ranges = new WilderMean(WINDOW);

    /// Takes a bar in, in millionths of a dollar.
    void add(long high, long low, long closeBefore) {
        ranges.add((double) (Math.max(high, closeBefore) - Math.min(low, closeBefore)));
    }

    /// Dollars; empty before the 15th bar.
    OptionalDouble value() {
        return ranges.isReady()
                ? OptionalDouble.of(ranges.mean() / MicroDollars.PER_DOLLAR)
                : OptionalDouble.empty();
    }

    void clear() {
        ranges.clear();
    }
}
