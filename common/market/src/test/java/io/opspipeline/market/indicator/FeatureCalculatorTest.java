package io.opspipeline.market.indicator;

import static io.opspipeline.market.indicator.Tape.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.signal.FeatureRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeatureCalculatorTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @Test
    @DisplayName("A-36: sma20 is exact over 20 closes and absent, with a reason, before")
    void meansTwentyCloses() {
        Tape tape = Tape.from(MONDAY).flat(19, "100.10", 100);
        assertThat(tape.last().sma20()).isEmpty();
        assertThat(tape.calculator().absences())
                .contains(
                        entry(Feature.SMA20, AbsenceReason.TOO_FEW_BARS),
                        entry(Feature.SMA50, AbsenceReason.TOO_FEW_BARS));

        assertThat(tape.closes("102.10").last().sma20()).hasValue(100.20);
        assertThat(tape.last().distanceSma20()).hasValue((102.10 - 100.20) / 100.20);
        assertThat(tape.calculator().absences()).doesNotContainKey(Feature.SMA20);
    }

    @Test
    @DisplayName("A-36: the mean of equal closes is that close to the last bit, also in the long")
    void doesNotDrift() {
        Tape tape = Tape.from(MONDAY);
        tape.closes("3.07", "912.3456", "0.01").flat(387, "100.1", 100);

        assertThat(tape.rows().subList(22, 390))
                .extracting(FeatureRow::sma20)
                .containsOnly(OptionalDouble.of(100.1));
        assertThat(tape.last().distanceSma20()).hasValue(0);
    }

    @Test
    void needsFiftyClosesForTheLongMean() {
        Tape tape = Tape.from(MONDAY).flat(49, "10", 100);
        assertThat(tape.last().sma50()).isEmpty();
        assertThat(tape.closes("60").last().sma50()).hasValue(11);
    }

    @Test
    void carriesMeansIntoTheNextSession() {
        Tape tape = Tape.from(MONDAY).flat(390, "10", 100).at(TUESDAY, 0).closes("31");
        assertThat(tape.last().sma20()).hasValue(11.05);
        assertThat(tape.calculator().bars()).isEqualTo(391);
    }

    @Test
    void startsAnewAfterAMissingSession() {
        Tape tape = Tape.from(MONDAY).flat(390, "10", 100).at(WEDNESDAY, 0).flat(19, "20", 100);
        assertThat(tape.last().sma20()).isEmpty();
        assertThat(tape.last().recentVol()).isEmpty();
        assertThat(tape.calculator().bars()).isEqualTo(19);
        assertThat(tape.closes("20").last().sma20()).hasValue(20);
    }

    @Test
    void crossesWeekendsAndHolidays() {
        LocalDate dayBeforeThanksgiving = LocalDate.of(2026, 11, 25);
        LocalDate halfDay = LocalDate.of(2026, 11, 27);
        Tape tape =
                Tape.from(dayBeforeThanksgiving)
                        .flat(390, "10", 100)
                        .at(halfDay, 0)
                        .flat(210, "10", 100)
                        .at(LocalDate.of(2026, 11, 30), 0)
                        .closes("10");
        assertThat(tape.calculator().bars()).isEqualTo(601);
    }

    @Test
    void startsAnewAfterASplit() {
        Tape tape =
                Tape.from(MONDAY).flat(390, "100", 100).at(TUESDAY, 0).split().flat(20, "25", 100);
        assertThat(tape.rows().get(390).trendState()).isEmpty();
        assertThat(tape.last().sma20()).hasValue(25);
        assertThat(tape.last().trendState()).hasValue(0);
        assertThat(tape.last().breakout()).isEmpty();
    }

    @Test
    @DisplayName(
            "A-37: volume_ratio counts from 09:51, within the session, without its opening bar")
    void takesTheVolumeRatioWithinTheSession() {
        Tape tape =
                Tape.from(MONDAY)
                        .flat(390, "10", 5_000)
                        .at(TUESDAY, 0)
                        .flat(1, "10", 1_000_000)
                        .flat(20, "10", 200);
        assertThat(tape.last().volumeRatio()).isEmpty();
        assertThat(tape.calculator().absences())
                .containsEntry(Feature.VOLUME_RATIO, AbsenceReason.SESSION_TOO_YOUNG);

        assertThat(tape.volumes(500).last().volumeRatio()).hasValue(2.5);
        assertThat(tape.last().barStart()).isEqualTo(Instant.parse("2026-11-17T14:51:00Z"));
    }

    @Test
    @DisplayName("A-37: a mean volume of zero is no ratio; a volume of zero is the ratio 0")
    void treatsZeroVolume() {
        Tape tape = Tape.from(MONDAY).volumes(9).flat(20, "100", 0).volumes(7);
        assertThat(tape.last().volumeRatio()).isEmpty();
        assertThat(tape.calculator().absences())
                .containsEntry(Feature.VOLUME_RATIO, AbsenceReason.NO_VOLUME);
        assertThat(tape.volumes(0).last().volumeRatio()).hasValue(0);
    }

    @Test
    @DisplayName("A-38: three rises are +1, three falls -1, anything else and a flat series 0")
    void namesTheTrend() {
        Tape tape = Tape.from(MONDAY).closes("10", "11", "12");
        assertThat(tape.last().trendState()).isEmpty();
        assertThat(tape.closes("13", "14", "14", "13", "12", "11", "10", "11", "11").rows())
                .extracting(row -> row.trendState().orElse(9), FeatureRow::runLength)
                .containsExactly(
                        tuple(9, 0),
                        tuple(9, 0),
                        tuple(9, 0),
                        tuple(1, 3),
                        tuple(1, 4),
                        tuple(0, 0),
                        tuple(0, 0),
                        tuple(0, 0),
                        tuple(-1, 3),
                        tuple(-1, 4),
                        tuple(0, 0),
                        tuple(0, 0));
        assertThat(Tape.from(MONDAY).flat(30, "10", 1).last().trendState()).hasValue(0);
    }

    @Test
    @DisplayName(
            "A-39: a breakout is beyond the 20 bars before; at exactly their high or low it is 0")
    void definesTheBreakoutAtItsEdges() {
        assertThat(afterTwentyBars("110.00")).isEqualTo(0);
        assertThat(afterTwentyBars("110.01")).isEqualTo(1);
        assertThat(afterTwentyBars("90.00")).isEqualTo(0);
        assertThat(afterTwentyBars("89.99")).isEqualTo(-1);
    }

    @Test
    @DisplayName("A-39: a close that is its sma20 is on neither side")
    void hasNoBreakoutAtTheMean() {
        Tape tape = Tape.from(MONDAY).flat(21, "100.1", 100);
        assertThat(tape.last().breakout()).hasValue(0);
        assertThat(tape.last().sma20()).hasValue(tape.last().close().asDouble());
    }

    @Test
    void sharesTheFramesOnTheTrendsSide() {
        Tape tape = Tape.from(MONDAY);
        for (int i = 0; i < 390; i++) {
            tape.closes(String.valueOf(100 + i));
        }
        FeatureRow fifth = tape.rows().get(99);
        assertThat(tape.rows().get(98).alignment()).isEmpty();
        assertThat(fifth.alignment()).hasValue(1);
        assertThat(tape.at(TUESDAY, 0).closes("500", "499", "498", "497").last().alignment())
                .hasValue(0);
    }

    @Test
    void hasNoAlignmentWithoutTrendOrFrames() {
        Tape tape = Tape.from(MONDAY).flat(99, "10", 100);
        assertThat(tape.calculator().absences())
                .containsEntry(Feature.ALIGNMENT, AbsenceReason.NO_FRAME);
        assertThat(tape.closes("10").last().alignment()).isEmpty();
        assertThat(tape.calculator().absences())
                .containsEntry(Feature.ALIGNMENT, AbsenceReason.NO_TREND);
    }

    @Test
    void hasNoStrengthWhereNothingMoved() {
        Tape tape = Tape.from(MONDAY).flat(40, "10", 0);
        assertThat(tape.last().rsi14()).isEmpty();
        assertThat(tape.last().vwap()).isEmpty();
        assertThat(tape.last().recentVol()).hasValue(0);
        assertThat(tape.calculator().absences())
                .containsEntry(Feature.RSI14, AbsenceReason.NO_MOVEMENT)
                .containsEntry(Feature.VWAP, AbsenceReason.NO_VOLUME);
    }

    @Test
    void startsTheVwapAtTheOpen() {
        Tape tape = Tape.from(MONDAY).flat(390, "500", 900).at(TUESDAY, 0);
        tape.bar("12", "9", "9", 100).bar("21", "19", "20", 300);
        assertThat(tape.last().vwap()).hasValue((10 * 100 + 20 * 300) / 400.0);
    }

    @Test
    void refusesBarsOutOfOrderAndOutsideTheSession() {
        Tape tape = Tape.from(MONDAY).flat(2, "10", 100);
        assertThatThrownBy(() -> tape.at(MONDAY, 1).closes("10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after 2026-11-16T14:31:00Z");
        assertThatThrownBy(() -> tape.at(MONDAY, 390).closes("10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no session at 2026-11-16T21:00:00Z");
    }

    /// The breakout of a close after 20 bars from 90 to 110.
    private static int afterTwentyBars(String close) {
        Tape tape = Tape.from(MONDAY);
        for (int i = 0; i < 20; i++) {
            tape.bar("110", "90", "100", 100);
        }
        return tape.bar(close, close, close, 100).last().breakout().orElseThrow();
    }
}
