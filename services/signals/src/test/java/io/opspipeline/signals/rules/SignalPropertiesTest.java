package io.opspipeline.signals.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.signals.rules.SignalVerdict.Enter;
import io.opspipeline.signals.rules.SignalVerdict.Hold;
import io.opspipeline.testkit.Seeds;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignalPropertiesTest {

    private static final int CASES = 2_000;

    @Test
    void entersOnlyWhereEveryConditionHolds() {
        Seeds.check(
                CASES,
                random -> {
                    if (judge(RandomRows.next(random), mood(random)) instanceof Enter enter) {
                        FeatureRow row = enter.signal().features();
                        int direction = enter.signal().action() == Action.BUY_PUT ? -1 : 1;
                        assertThat(row.trendState()).hasValue(direction);
                        assertThat(direction * row.distanceSma20().orElseThrow())
                                .isGreaterThan(0)
                                .isLessThan(0.02);
                        assertThat(row.volumeRatio().orElseThrow()).isGreaterThan(1.2);
                        assertThat(enter.signal().confidence().value()).isBetween(0.35, 1.0);
                    }
                });
    }

    @Test
    void judgesAMirroredRowAlike() {
        Seeds.check(
                CASES,
                random -> {
                    var rows = RandomRows.next(random);
                    SignalVerdict one = optionsOnly(rows);
                    SignalVerdict other = optionsOnly(rows.mirrored());
                    assertThat(condition(other)).isEqualTo(condition(one));
                });
    }

    @Test
    @DisplayName("A-54: some reachable row gives each kind of signal and each kind of hold")
    void canBeSatisfied() {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        Set<HoldCondition> conditions = EnumSet.noneOf(HoldCondition.class);
        Seeds.check(
                CASES,
                random -> {
                    switch (judge(RandomRows.next(random), mood(random))) {
                        case Enter enter -> actions.add(enter.signal().action());
                        case Hold hold -> conditions.add(hold.condition());
                    }
                });
        assertThat(actions)
                .containsExactlyInAnyOrder(Action.BUY_CALL, Action.BUY_PUT, Action.BUY_STOCK);
        assertThat(conditions)
                .contains(
                        HoldCondition.TREND,
                        HoldCondition.SIDE,
                        HoldCondition.VOLUME,
                        HoldCondition.STRETCHED,
                        HoldCondition.CONFIDENCE);
    }

    private static SignalVerdict judge(Rows rows, Optional<Sentiment> mood) {
        return Figures.HYBRID.judge(rows.row(), mood, RecentSignals.NONE, Rows.BAR.plusSeconds(60));
    }

    private static SignalVerdict optionsOnly(Rows rows) {
        return Figures.OPTIONS_ONLY.judge(
                rows.row(), Optional.empty(), RecentSignals.NONE, Rows.BAR.plusSeconds(60));
    }

    private static Optional<HoldCondition> condition(SignalVerdict verdict) {
        return switch (verdict) {
            case Enter _ -> Optional.empty();
            case Hold hold -> Optional.of(hold.condition());
        };
    }

    private static Optional<Sentiment> mood(RandomGenerator random) {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Sentiment(random.nextDouble(-1, 1)));
    }
}
