package io.opspipeline.signals.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.testkit.Seeds;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceRuleTest {

    private static final double EXACT = 1e-12;

    @ParameterizedTest(name = "run {0}, close {1}, breakout {2}, volume {3}, alignment {4}: {5}")
    @DisplayName("A-48: golden cases of the base confidence")
    @CsvSource({
        // T and A alone: the mean is 2 % away, the volume is the least
        "6, 102.0,  0, 1.2, 1.0, 0.4",
        "3, 102.0,  0, 1.2, 1.0, 0.275",
        "9, 102.0,  0, 1.2, 0.0, 0.25",
        // B: a breakout, its opposite, and closeness to the mean
        "6, 102.0,  1, 1.2, 0.0, 0.45",
        "6, 102.0, -1, 1.2, 0.0, 0.25",
        "6, 101.0,  0, 1.2, 0.0, 0.3",
        "6, 100.0,  0, 1.2, 0.0, 0.35",
        "6, 103.0,  0, 1.2, 0.0, 0.25",
        // V: linear from 1.2 to 3.0
        "6, 102.0,  0, 2.1, 0.0, 0.35",
        "6, 102.0,  0, 3.0, 0.0, 0.45",
        "6, 102.0,  0, 9.0, 0.0, 0.45",
        "6, 102.0,  0, 0.1, 0.0, 0.25",
        // everything
        "6, 101.0,  1, 3.0, 1.0, 0.8",
    })
    void addsTheWeightedParts(
            int run, double close, int breakout, double volume, double alignment, double base) {
        var row =
                Rows.bullish()
                        .close(close)
                        .run(1, run)
                        .volume(volume)
                        .breaking(breakout)
                        .aligned(alignment)
                        .row();
        assertThat(Figures.CONFIDENCE.base(row, 1)).isEqualTo(base, within(EXACT));
    }

    @Test
    void countsAbsentAlignmentAsOneHalf() {
        var known = Rows.bullish().aligned(0.5).row();
        assertThat(Figures.CONFIDENCE.base(Rows.bullish().row(), 1))
                .isEqualTo(Figures.CONFIDENCE.base(known, 1));
    }

    @ParameterizedTest(name = "volume {0}, sentiment {1}: {2}")
    @DisplayName("A-48: factors of sentiment and volume, neutral within 0.05, at most 1")
    @CsvSource({
        // the base of this row is 0.25 + 0.05 + 0.2 V + 0.075
        "1.2,   ,     0.375",
        "1.2,  0.05,  0.375",
        "1.2, -0.05,  0.375",
        "1.2,  0.051, 0.43125",
        "1.2, -0.051, 0.31875",
        "2.0,   ,     0.463888888888889",
        "2.1,   ,     0.54625",
        "2.1,  0.9,   0.6281875",
        "2.1, -0.9,   0.4643125",
    })
    void multipliesByWhatAgrees(double volume, Double sentiment, double confidence) {
        var row = Rows.bullish().run(1, 6).volume(volume).row();
        var mood = Optional.ofNullable(sentiment).map(Sentiment::new);
        assertThat(Figures.CONFIDENCE.of(row, 1, mood).value())
                .isEqualTo(confidence, within(EXACT));
    }

    @Test
    void neverExceedsOne() {
        var row = Rows.strong().aligned(1).row();
        assertThat(Figures.CONFIDENCE.of(row, 1, Optional.of(new Sentiment(1))).value())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A-49, incident 48: opposed sentiment never raises confidence")
    void isNeverRaisedByOpposedSentiment() {
        Seeds.check(
                500,
                random -> {
                    var row = RandomRows.next(random).row();
                    int direction = random.nextBoolean() ? 1 : -1;
                    double against = of(row, direction, -direction * strength(random));
                    double without =
                            Figures.CONFIDENCE.of(row, direction, Optional.empty()).value();
                    double with = of(row, direction, direction * strength(random));
                    assertThat(against).isBetween(0.0, without);
                    assertThat(with).isBetween(without, 1.0);
                });
    }

    private static double of(FeatureRow row, int direction, double signed) {
        return Figures.CONFIDENCE.of(row, direction, Optional.of(new Sentiment(signed))).value();
    }

    private static double strength(RandomGenerator random) {
        return random.nextDouble(0, 1);
    }
}
