package io.opspipeline.market.indicator;

/// The last n whole numbers.
final class LongRing {

    private final long[] values;
    private int next;
    private int size;

    /// An empty ring.
    ///
    /// @param capacity 1 or more
    LongRing(int capacity) {
        values = new long[capacity];
    }

    /// Takes a value in.
    ///
    /// @return the value that dropped out; 0 while the ring is filling
    long add(long value) {
        long dropped = values[next];
        values[next] = value;
        next = next + 1 == values.length ? 0 : next + 1;
        size = Math.min(size + 1, values.length);
        return dropped;
    }

    boolean isFull() {
        return size == values.length;
    }

    int capacity() {
        return values.length;
    }

    /// The oldest value of a full ring.
    long oldest() {
        return values[next];
    }

    /// The largest value of a full ring.
    long highest() {
        long highest = values[0];
        for (long value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    /// The smallest value of a full ring.
    long lowest() {
        long lowest = values[0];
        for (long value : values) {
            lowest = Math.min(lowest, value);
        }
        return lowest;
    }

    void clear() {
        java.util.Arrays.fill(values, 0);
        next = 0;
        size = 0;
    }
}
