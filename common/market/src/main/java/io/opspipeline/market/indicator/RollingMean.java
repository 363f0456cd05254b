package io.opspipeline.market.indicator;

/// The simple mean of the last n whole numbers. The sum is exact, so it never needs to be made
/// again.
final class RollingMean {

    private final LongRing window;
    private long sum;

    /// A mean of the last n values.
    RollingMean(int n) {
        window = new LongRing(n);
    }

    void add(long value) {
        sum += value - window.add(value);
    }

    /// True from the n-th value on.
    boolean isReady() {
        return window.isFull();
    }

    /// The mean divided by a unit, rounded once.
    double mean(double unit) {
        return sum / (window.capacity() * unit);
    }

    /// The sum of the window.
    long sum() {
        return sum;
    }

    /// +1 when a value is above the mean, -1 below, 0 when it is the mean exactly.
    int side(long value) {
        return Long.compare(value * window.capacity(), sum);
    }

    void clear() {
        window.clear();
        sum = 0;
    }
}
