package io.opspipeline.exchange.market.generated;

import java.nio.charset.StandardCharsets;

/// Random numbers that depend on a key alone, so that nothing depends on who draws first: a stream
/// for one subject and purpose, or the n-th number of a key without drawing those before it.
/// SplitMix64 underneath; logarithms and roots are strict.
final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private long state;
    private double spare;
    private boolean hasSpare;

    Draws(long key) {
        this.state = key;
    }

    /// The key of a seed and of the names of a subject and a purpose, in this order.
    static long key(long seed, String... names) {
        long hash = mix(seed + GOLDEN);
        for (String name : names) {
            hash = mix(hash ^ fnv(name));
        }
        return hash;
    }

    /// The n-th uniform number of a key, in (0, 1).
    static double uniformAt(long key, long index) {
        return toUnit(mix(key + (index + 1) * GOLDEN));
    }

    /// The next uniform number, in (0, 1).
    double uniform() {
        state += GOLDEN;
        return toUnit(mix(state));
    }

    /// The next uniform number between two bounds.
    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// The next whole number from low to high, both included.
    int whole(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    /// True with a probability.
    boolean chance(double probability) {
        return uniform() < probability;
    }

    /// The next standard normal number (Marsaglia's polar method).
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        hasSpare = true;
        return x * scale;
    }

    /// A log-normal factor whose mean is 1.
    double factor(double deviation) {
        return StrictMath.exp(deviation * gaussian() - 0.5 * deviation * deviation);
    }

    private static double toUnit(long bits) {
        return ((bits >>> 11) + 0.5) * TWO_TO_MINUS_53;
    }

    private static long fnv(String text) {
        long hash = FNV_OFFSET;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
