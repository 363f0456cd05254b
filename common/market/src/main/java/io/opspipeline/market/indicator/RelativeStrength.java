package io.opspipeline.market.indicator;

import java.util.OptionalDouble;

/// Wilder's relative strength index over 14 changes.
final class RelativeStrength {

    private static final int WINDOW = 14;

    private final WilderMean gains = new WilderMean(WINDOW);
    private final WilderMean losses = new WilderMean(WINDOW);

    /// Takes the change from the close before in.
    void add(long change) {
        gains.add((double) Math.max(change, 0));
        losses.add((double) Math.max(-change, 0));
    }

    boolean isReady() {
        return gains.isReady();
    }

    /// 0 to 100; empty before the 15th close, and as long as no close ever moved. The share is made
    /// first: 100 times the gains, divided by the gains alone, may be a little above 100.
    OptionalDouble value() {
        double all = gains.mean() + losses.mean();
        return isReady() && all > 0
                ? OptionalDouble.of(100 * (gains.mean() / all))
                : OptionalDouble.empty();
    }

    void clear() {
        gains.clear();
        losses.clear();
    }
}
