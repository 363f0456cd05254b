package io.opspipeline.watchlist.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.testkit.Seeds;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreRuleTest {

    private static final double EXACT = 1e-12;
    private static final ScoreWeights WEIGHTS = new ScoreWeights(0.40, 0.30, 0.20, 0.10);

    @ParameterizedTest(name = "trend {0}, run {1}, breakout {2}, distance {3}, alignment {4}: {5}")
    @DisplayName("A-44: setup is 0.4 T + 0.3 B + 0.3 A in the trend's direction")
    @CsvSource({
        " 1, 6,  1,  0.01, 1.0, 1.0",
        "-1, 6, -1, -0.01, 1.0, 1.0",
        " 1, 3,  0,  0.02, 0.0, 0.2",
        " 1, 9,  0,  0.02, 0.0, 0.4",
        " 1, 3,  0,  0.01, 0.5, 0.425",
        "-1, 3,  1,  0.00,    , 0.5",
        " 0, 0,  1,  0.01, 1.0, 0.0",
    })
    void addsTheSetup(
            int trend, int run, int breakout, double distance, Double alignment, double setup) {
        assertThat(parts(row(trend, run, breakout, distance, alignment, 0.8), null).setup())
                .isEqualTo(setup, within(EXACT));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("A-44: volume is linear from 0.8 to 2.5")
    @CsvSource({"0.0, 0", "0.8, 0", "1.65, 0.5", "2.5, 1", "9.0, 1"})
    void scalesVolume(double ratio, double part) {
        assertThat(parts(row(1, 3, 0, 0.01, null, ratio), null).volume())
                .isEqualTo(part, within(EXACT));
    }

    @ParameterizedTest(name = "trend {0}, sentiment {1}: {2}")
    @DisplayName("A-44: sentiment counts in the trend's direction, one half when absent")
    @CsvSource({
        " 1,  0.6, 0.8",
        " 1, -0.6, 0.2",
        "-1, -0.6, 0.8",
        "-1,  1.0, 0.0",
        " 0,  0.6, 0.5",
        " 1,     , 0.5",
    })
    void turnsSentiment(int trend, Double sentiment, double part) {
        assertThat(parts(row(trend, 3, 0, 0.01, null, 1), sentiment).sentiment())
                .isEqualTo(part, within(EXACT));
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({"0, 0, 0.5", "5, 5, 0.75", "5, 0, 0.25", "15, 10, 0.625"})
    void pullsPerformanceToOneHalf(int trades, int wins, double part) {
        assertThat(ScoreRule.performance(trades, wins)).isEqualTo(part, within(EXACT));
    }

    @Test
    @DisplayName("A-44: golden example of a whole score")
    void scoresTheGoldenExample() {
        var row = row(1, 3, 0, 0.01, 0.5, 1.65);
        var parts =
                ScoreRule.parts(row, Optional.of(new Sentiment(0.6)), ScoreRule.performance(5, 5));
        // 40 * 0.425 + 30 * 0.5 + 20 * 0.8 + 10 * 0.75
        assertThat(WEIGHTS.score(parts)).isEqualTo(55.5, within(EXACT));
    }

    @Test
    @DisplayName("A-44: the weights are 40/30/20/10, every part alone shows it")
    void weighsEachPart() {
        assertThat(WEIGHTS.score(new ScoreParts(1, 0, 0, 0))).isEqualTo(40, within(EXACT));
        assertThat(WEIGHTS.score(new ScoreParts(0, 1, 0, 0))).isEqualTo(30, within(EXACT));
        assertThat(WEIGHTS.score(new ScoreParts(0, 0, 1, 0))).isEqualTo(20, within(EXACT));
        assertThat(WEIGHTS.score(new ScoreParts(0, 0, 0, 1))).isEqualTo(10, within(EXACT));
    }

    @Test
    @DisplayName("A-44: every part is 0 to 1 and every score 0 to 100")
    void staysInRange() {
        Seeds.check(
                1_000,
                random -> {
                    int trend = random.nextInt(-1, 2);
                    var row =
                            row(
                                    trend,
                                    trend == 0 ? 0 : random.nextInt(3, 20),
                                    random.nextInt(-1, 2),
                                    random.nextDouble(-0.1, 0.1),
                                    random.nextBoolean() ? random.nextDouble() : null,
                                    random.nextDouble(0, 9));
                    var parts = parts(row, random.nextDouble(-1, 1));
                    assertThat(WEIGHTS.score(parts)).isBetween(0.0, 100.0);
                });
    }

    private static ScoreParts parts(FeatureRow row, Double sentiment) {
        return ScoreRule.parts(row, Optional.ofNullable(sentiment).map(Sentiment::new), 0.5);
    }

    private static FeatureRow row(
            int trend, int run, int breakout, double distance, Double alignment, double volume) {
        return new FeatureRow(
                Ticker.of("NVDA"),
                Instant.parse("2026-11-23T15:00:00Z"),
                Price.of("100"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(volume),
                OptionalInt.of(trend),
                run,
                OptionalDouble.of(distance),
                OptionalInt.of(breakout),
                alignment == null ? OptionalDouble.empty() : OptionalDouble.of(alignment),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
