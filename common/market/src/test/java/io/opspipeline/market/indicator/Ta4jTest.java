package io.opspipeline.market.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The same indicators as another library computes them. Its Wilder means start otherwise, which
/// fades; so those are compared from the 500th bar on.
class Ta4jTest {

    private static final int FADED = 500;

    private final List<Bar> bars =
            new RandomBars(new Random(7)).sessions(LocalDate.of(2026, 11, 16), 3, 0, 0.01);
    private final Ta4jIndicators theirs = Ta4jIndicators.of(bars);
    private final FeatureCalculator ours = new FeatureCalculator(Tape.NVDA, Tape.CALENDAR);
    private final List<FeatureRow> rows = bars.stream().map(ours::add).toList();

    @Test
    void agreesOnMeans() {
        for (int i = 50; i < rows.size(); i++) {
            assertThat(rows.get(i).sma20().orElseThrow()).isCloseTo(theirs.sma20(i), within(1e-9));
            assertThat(rows.get(i).sma50().orElseThrow()).isCloseTo(theirs.sma50(i), within(1e-9));
        }
    }

    @Test
    void agreesOnTheVolatility() {
        for (int i = 50; i < rows.size(); i++) {
            assertThat(rows.get(i).recentVol().orElseThrow())
                    .isCloseTo(theirs.recentVol(i), within(1e-9));
        }
    }

    @Test
    void agreesOnBreakouts() {
        for (int i = 50; i < rows.size(); i++) {
            assertThat(rows.get(i).breakout()).hasValue(theirs.breakout(i));
        }
        assertThat(rows).extracting(row -> row.breakout().orElse(0)).contains(1, -1);
    }

    @Test
    void agreesOnWilderMeansOnceTheirStartFaded() {
        for (int i = FADED; i < rows.size(); i++) {
            assertThat(rows.get(i).atr14().orElseThrow()).isCloseTo(theirs.atr14(i), within(1e-9));
            assertThat(rows.get(i).rsi14().orElseThrow()).isCloseTo(theirs.rsi14(i), within(1e-9));
        }
    }
}
