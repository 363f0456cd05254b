package io.opspipeline.reliability.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chances from one seed. Draws of one name follow each other; those of another name do not change
/// them.
public final class Draws {

    private static final String ALGORITHM = "L64X128MixRandom";

    private final long seed;
    private final Map<String, RandomGenerator> generators = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> hits = new ConcurrentHashMap<>();

    /// @param seed the same one draws the same
    public Draws(long seed) {
        this.seed = seed;
    }

    /// The generator of a name.
    public RandomGenerator of(String name) {
        return generators.computeIfAbsent(
                name,
                key ->
                        RandomGeneratorFactory.of(ALGORITHM)
                                .create(mixed(mixed(seed) ^ key.hashCode())));
    }

    /// Near seeds must not give near generators.
    private static long mixed(long value) {
        long z = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }

    /// True in a share of the draws of a name; each is counted.
    boolean hits(String name, double chance) {
        boolean hit = of(name).nextDouble() < chance;
        if (hit) {
            hits.computeIfAbsent(name, _ -> new AtomicLong()).incrementAndGet();
        }
        return hit;
    }

    /// How often each name was hit.
    Map<String, AtomicLong> hits() {
        return hits;
    }
}
