package io.opspipeline.signals.rules;

import static io.opspipeline.signals.rules.HoldCondition.CONFIDENCE;
import static io.opspipeline.signals.rules.HoldCondition.COOLDOWN;
import static io.opspipeline.signals.rules.HoldCondition.INPUT_ABSENT;
import static io.opspipeline.signals.rules.HoldCondition.SIDE;
import static io.opspipeline.signals.rules.HoldCondition.STALE;
import static io.opspipeline.signals.rules.HoldCondition.STRETCHED;
import static io.opspipeline.signals.rules.HoldCondition.TREND;
import static io.opspipeline.signals.rules.HoldCondition.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.signals.rules.SignalVerdict.Enter;
import io.opspipeline.signals.rules.SignalVerdict.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalRuleTest {

    private static final Instant BAR_END = Rows.BAR.plusSeconds(60);

    @Test
    @DisplayName("A-47, A-54: bullish buys a call, bearish buys a put")
    void buysInTheDirection() {
        assertThat(entered(Rows.strong()).action()).isEqualTo(Action.BUY_CALL);
        assertThat(entered(Rows.strong().mirrored()).action()).isEqualTo(Action.BUY_PUT);
    }

    @Test
    @DisplayName("A-52: a signal carries every input, the rule's figures and its expiry")
    void carriesItsInputs() {
        var mood = Optional.of(new Sentiment(0.2));
        var verdict =
                Figures.OPTIONS_ONLY.judge(Rows.strong().row(), mood, RecentSignals.NONE, BAR_END);
        Signal signal = ((Enter) verdict).signal();
        assertThat(signal.features()).isEqualTo(Rows.strong().row());
        assertThat(signal.sentiment()).isEqualTo(mood);
        assertThat(signal.ruleVersion())
                .isEqualTo("signal-1 volume>1.2 stretched<0.02 confidence>0.45");
        assertThat(signal.expiresAt()).isEqualTo(BAR_END.plusSeconds(300));
    }

    @ParameterizedTest(name = "close {0}, trend {1}, run {2}, volume {3}: {4}")
    @DisplayName("A-47, A-50: a hold names the first condition that failed")
    @CsvSource({
        "101.0,  0, 0, 3.0, TREND",
        " 99.0,  1, 6, 3.0, SIDE",
        "101.0, -1, 6, 3.0, SIDE",
        "100.0,  1, 6, 3.0, SIDE",
        "101.0,  1, 6, 1.2, VOLUME",
        "102.0,  1, 6, 3.0, STRETCHED",
        "101.0,  1, 3, 1.3, CONFIDENCE",
        // several at once: the first in the order
        " 99.0,  0, 0, 1.0, TREND",
        " 97.0,  1, 6, 1.0, SIDE",
        "103.0,  1, 6, 1.0, VOLUME",
        "103.0,  1, 3, 1.3, STRETCHED",
    })
    void holdsByTheFirstCondition(
            double close, int trend, int run, double volume, HoldCondition condition) {
        var rows = Rows.bullish().close(close).run(trend, run).volume(volume);
        assertThat(held(rows).condition()).isEqualTo(condition);
    }

    @Test
    @DisplayName("A-48: the threshold is strict")
    void mustExceedTheThreshold() {
        // 0.25 + 0.2 * 1 + 0.15 * 0 = 0.45 with volume a hair above the least
        var at = Rows.strong().volume(1.2000000000000002).aligned(0);
        double believed = Figures.CONFIDENCE.of(at.row(), 1, Optional.empty()).value();
        assertThat(believed).isEqualTo(0.45, within(1e-9));
        assertThat(held(at.volume(1.2)).condition()).isEqualTo(VOLUME);
        assertThat(entered(at.volume(1.3)).confidence().value()).isGreaterThan(0.45);
    }

    @Test
    @DisplayName("A-53, incident 50: one failed condition is a near miss with its confidence")
    void tellsNearMisses() {
        var miss = held(Rows.strong().volume(1.2)).miss().orElseThrow();
        assertThat(miss.direction()).isEqualTo(1);
        assertThat(miss.confidence().orElseThrow()).isGreaterThan(0.45);
        assertThat(held(Rows.bullish().run(1, 3).volume(1.0)).miss()).isEmpty();
    }

    @Test
    void takesTheSideAsDirectionOfAMissWithoutTrend() {
        var below = Rows.strong().mirrored().run(0, 0);
        var hold = held(below);
        assertThat(hold.condition()).isEqualTo(TREND);
        assertThat(hold.miss().map(SignalVerdict.Miss::direction)).contains(-1);
    }

    @Test
    @DisplayName("A-40, A-42: a bar older than 180 s makes no signal")
    void holdsOnOldBars() {
        var oldest = BAR_END.plusSeconds(180);
        assertThat(judge(Rows.strong(), RecentSignals.NONE, oldest)).isInstanceOf(Enter.class);
        assertThat(judge(Rows.strong(), RecentSignals.NONE, oldest.plusMillis(1)))
                .isEqualTo(new Hold(STALE, Optional.empty()));
        assertThat(judge(Rows.strong(), RecentSignals.NONE, oldest.plus(Duration.ofDays(3))))
                .isEqualTo(new Hold(STALE, Optional.empty()));
    }

    @Test
    void holdsWithoutAnInput() {
        assertThat(held(Rows.strong().withoutVolume()).condition()).isEqualTo(INPUT_ABSENT);
        assertThat(held(Rows.strong().withoutTrend()).condition()).isEqualTo(INPUT_ABSENT);
    }

    @ParameterizedTest(name = "{0} {1} before: {2}")
    @DisplayName("A-51: the cooldown is per direction, and exactly 15:00 is free")
    @CsvSource({
        "BUY_CALL,  14m59s, true",
        "BUY_STOCK, 14m59s, true",
        "BUY_PUT,   14m59s, false",
        "BUY_CALL,  15m,    false",
        "BUY_CALL,  1m,     true",
        // the bar's own signal
        "BUY_CALL,  0m,     false",
    })
    void pausesAfterASignal(Action action, String before, boolean holds) {
        var since = BAR_END.minus(Duration.parse("PT" + before));
        var verdict = judge(Rows.strong(), new RecentSignals(Map.of(action, since)), BAR_END);
        assertThat(verdict.equals(new Hold(COOLDOWN, Optional.empty()))).isEqualTo(holds);
    }

    @Test
    @DisplayName("A-118: hybrid mode buys shares where a bullish row is believed less")
    void buysSharesInHybridModeOnly() {
        var believedLess = Rows.bullish();
        assertThat(held(believedLess).condition()).isEqualTo(CONFIDENCE);
        assertThat(hybrid(believedLess)).isInstanceOf(Enter.class);
        assertThat(((Enter) hybrid(believedLess)).signal().action()).isEqualTo(Action.BUY_STOCK);
        assertThat(((Enter) hybrid(Rows.strong())).signal().action()).isEqualTo(Action.BUY_CALL);
        assertThat(hybrid(believedLess.mirrored())).isInstanceOf(Hold.class);
        assertThat(hybrid(believedLess.volume(1.3))).isInstanceOf(Hold.class);
    }

    @Test
    void holdsStretchedRowsAlsoBelowTheMean() {
        assertThat(held(Rows.strong().close(102).mirrored()).condition()).isEqualTo(STRETCHED);
        assertThat(held(Rows.strong().close(99)).condition()).isEqualTo(SIDE);
    }

    private static Signal entered(Rows rows) {
        return ((Enter) judge(rows, RecentSignals.NONE, BAR_END)).signal();
    }

    private static Hold held(Rows rows) {
        return (Hold) judge(rows, RecentSignals.NONE, BAR_END);
    }

    private static SignalVerdict hybrid(Rows rows) {
        return Figures.HYBRID.judge(rows.row(), Optional.empty(), RecentSignals.NONE, BAR_END);
    }

    private static SignalVerdict judge(Rows rows, RecentSignals recent, Instant asOf) {
        return Figures.OPTIONS_ONLY.judge(rows.row(), Optional.empty(), recent, asOf);
    }
}
