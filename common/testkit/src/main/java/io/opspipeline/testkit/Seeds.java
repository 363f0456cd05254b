package io.opspipeline.testkit;

import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/// Runs a property on many generated cases. Every case has a seed of its own, so the one that
/// failed can be run again alone: `-Dops.test.seed=<seed>`.
///
/// The seeds are the same in every run (1 to the number of cases): a red build stays red. A run
/// that repeats each test very often caps their number: `-Dops.test.cases=<most>`.
public final class Seeds {

    private static final String CHOSEN = "ops.test.seed";
    private static final String MOST = "ops.test.cases";

    private Seeds() {}

    /// Runs `property` once for each seed; it draws its case from the generator it is given.
    ///
    /// @param cases how many, at least 1
    /// @throws AssertionError when a case fails, naming its seed; the rest is not run
    public static void check(int cases, Consumer<RandomGenerator> property) {
        seeds(cases).forEach(seed -> checkOne(seed, property));
    }

    private static LongStream seeds(int cases) {
        var chosen = Long.getLong(CHOSEN);
        return chosen == null
                ? LongStream.rangeClosed(1, Math.min(cases, Integer.getInteger(MOST, cases)))
                : LongStream.of(chosen);
    }

    private static void checkOne(long seed, Consumer<RandomGenerator> property) {
        try {
            property.accept(new Random(seed));
        } catch (AssertionError | RuntimeException e) {
            var again = "case of -D%s=%d: %s".formatted(CHOSEN, seed, e.getMessage());
            throw new AssertionError(again, e);
        }
    }
}
