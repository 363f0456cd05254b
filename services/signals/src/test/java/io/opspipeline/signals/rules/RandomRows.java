package io.opspipeline.signals.rules;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// Rows of any kind, complete enough to be judged.
final class RandomRows {

    private RandomRows() {}

    static Rows next(RandomGenerator random) {
        int trend = random.nextInt(-1, 2);
        return new Rows(
                Rows.BAR,
                random.nextInt(10) == 0 ? 100 : random.nextDouble(97, 103),
                OptionalInt.of(trend),
                trend == 0 ? 0 : random.nextInt(3, 12),
                OptionalDouble.of(random.nextDouble(0, 4)),
                random.nextInt(4) == 0
                        ? OptionalInt.empty()
                        : OptionalInt.of(random.nextInt(-1, 2)),
                random.nextInt(4) == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(random.nextInt(4) / 3.0));
    }
}
