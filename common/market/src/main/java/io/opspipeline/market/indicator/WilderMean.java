package io.opspipeline.market.indicator;

/// Wilder's smoothed mean: the simple mean of the first n values, then each new one with weight 1/n
/// (New Concepts in Technical Trading Systems, 1978).
final class WilderMean {

    private final int n;
    private int count;
    private double mean;

    WilderMean(int n) {
        this.n = n;
    }

    void add(double value) {
        if (count < n) {
            count++;
            mean += (value - mean) / count;
        } else {
            mean += (value - mean) / n;
        }
    }

    /// True from the n-th value on.
    boolean isReady() {
        return count == n;
    }

    double mean() {
        return mean;
    }

    void clear() {
        count = 0;
        mean = 0;
    }
}
