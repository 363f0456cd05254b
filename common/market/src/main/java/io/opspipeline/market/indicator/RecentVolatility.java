package io.opspipeline.market.indicator;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The sample standard deviation (n - 1) of the last 30 log returns from bar to bar, per bar. It is
/// summed anew for each bar, oldest return first: a running sum of squares would lose its digits.
final class RecentVolatility {

    private static final int WINDOW = 30;

    private final double[] returns = new double[WINDOW];
    private int next;
    private int size;

    /// Takes the step from one close to the next in; both in the same unit.
    void add(long before, long close) {
        returns[next] = Math.log((double) close / before);
        next = next + 1 == WINDOW ? 0 : next + 1;
        size = Math.min(size + 1, WINDOW);
    }

    boolean isReady() {
        return size == WINDOW;
    }

    /// Empty before the 31st close, and while a close of zero is in the window.
    OptionalDouble value() {
        if (!isReady()) {
            return OptionalDouble.empty();
        }
        double deviation = deviation(sum() / WINDOW);
        return Double.isFinite(deviation) ? OptionalDouble.of(deviation) : OptionalDouble.empty();
    }

    void clear() {
        Arrays.fill(returns, 0);
        next = 0;
        size = 0;
    }

    private double sum() {
        double sum = 0;
        for (int i = next; i < WINDOW; i++) {
            sum += returns[i];
        }
        for (int i = 0; i < next; i++) {
            sum += returns[i];
        }
        return sum;
    }

    private double deviation(double mean) {
        double squares = 0;
        for (int i = next; i < WINDOW; i++) {
            squares += (returns[i] - mean) * (returns[i] - mean);
        }
        for (int i = 0; i < next; i++) {
            squares += (returns[i] - mean) * (returns[i] - mean);
        }
        return Math.sqrt(squares / (WINDOW - 1));
    }
}
