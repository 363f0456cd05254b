package io.opspipeline.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.testkit.Seeds;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RecomputationTest {

    private static final LocalDate BEFORE_THANKSGIVING = LocalDate.of(2026, 11, 23);

    @Test
    void agreesWithARecomputationOfTheWholeList() {
        Seeds.check(
                12,
                random -> {
                    List<Bar> bars = randomBars(random, 0.15);
                    int checked = random.nextInt(7, 19);
                    var calculator = new FeatureCalculator(Tape.NVDA, Tape.CALENDAR);
                    for (int i = 0; i < bars.size(); i++) {
                        FeatureRow row = calculator.add(bars.get(i));
                        if (i % checked == 0) {
                            assertSame(row, RecomputedRow.of(bars.subList(0, i + 1)));
                        }
                    }
                });
    }

    @Test
    void agreesWithARestartFromTenSessions() {
        Seeds.check(
                4,
                random -> {
                    var walk = new RandomBars(random);
                    List<Bar> bars = walk.sessions(BEFORE_THANKSGIVING, 16, 0, 0.05);
                    int last = bars.size() - 1;
                    var open = Tape.CALENDAR.sessionsAfter(BEFORE_THANKSGIVING, 7).open();
                    var recent = bars.stream().filter(bar -> !bar.start().isBefore(open)).toList();
                    assertThat(features(recent).getLast()).isEqualTo(features(bars).get(last));
                });
    }

    private static List<FeatureRow> features(List<Bar> bars) {
        var calculator = new FeatureCalculator(Tape.NVDA, Tape.CALENDAR);
        return bars.stream().map(calculator::add).toList();
    }

    private static List<Bar> randomBars(RandomGenerator random, double missing) {
        double silent = random.nextDouble() < 0.5 ? 0.02 : 0.9;
        return new RandomBars(random).sessions(BEFORE_THANKSGIVING, 9, missing, silent);
    }

    private static void assertSame(FeatureRow row, FeatureRow expected) {
        assertThat(row)
                .usingRecursiveComparison()
                .withComparatorForType(RecomputationTest::close, java.util.OptionalDouble.class)
                .isEqualTo(expected);
    }

    private static int close(java.util.OptionalDouble one, java.util.OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        double difference = one.getAsDouble() - other.getAsDouble();
        double scale = Math.max(1, Math.abs(other.getAsDouble()));
        return Math.abs(difference) <= 1e-9 * scale ? 0 : (int) Math.signum(difference);
    }
}
