package io.opspipeline.positionmanager.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.position.ForcedExitTimes;
import io.opspipeline.domain.position.ForcedExits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountRulesTest {

    private static final Money LIMIT = Money.of("500");
    private static final Optional<Boolean> WON = Optional.of(true);
    private static final Optional<Boolean> LOST = Optional.of(false);
    private static final Optional<Boolean> UNKNOWN = Optional.empty();

    private final DailyLossRule dailyLoss =
            new DailyLossRule(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private final BreakerRule breaker = new BreakerRule(4);

    @Test
    @DisplayName("A-97, incident 67: the daily loss fires after 30 s at or below the limit")
    void dailyLossMustLast() {
        assertThat(firesAfter("-500.00", "-500.01", "-500.00")).isFalse();
        assertThat(firesAfter("-500.00", "-500.01", "-500.00", "-500.00")).isTrue();
        assertThat(firesAfter("-500.00", "-499.99", "-500.00", "-500.00", "-500.00")).isFalse();
        assertThat(firesAfter("-500.00", "", "", "-500.00")).isTrue();
        assertThat(firesAfter("-500.00", "", "", "")).isFalse();
    }

    @Test
    void dailyLossRestsAfterTheOpen() {
        Instant early = Scene.SESSION.open().plusSeconds(299);

        assertThat(
                        dailyLoss.read(
                                LossWatch.CALM,
                                Optional.of(Money.of("-900")),
                                LIMIT,
                                Scene.SESSION,
                                early))
                .isEqualTo(LossWatch.CALM);
    }

    @Test
    @DisplayName("incident 60: four losing exits in a row trip, and four more trip again")
    void countsStreaks() {
        assertThat(breaker.tripsToday(List.of(LOST, LOST, LOST), 3)).isZero();
        assertThat(breaker.tripsToday(List.of(LOST, LOST, LOST, LOST), 4)).isEqualTo(1);
        assertThat(breaker.tripsToday(List.of(LOST, LOST, LOST, LOST, LOST), 5)).isEqualTo(1);
        assertThat(breaker.tripsToday(List.of(LOST, LOST, WON, LOST, LOST), 5)).isZero();
        assertThat(breaker.tripsToday(List.of(LOST, UNKNOWN, LOST, LOST, LOST), 5)).isEqualTo(1);
        assertThat(breaker.tripsToday(List.of(LOST, LOST, LOST, LOST), 1)).isEqualTo(1);
        assertThat(breaker.tripsToday(List.of(LOST, LOST, LOST, LOST), 0)).isZero();
        assertThat(
                        breaker.tripsToday(
                                List.of(LOST, LOST, LOST, LOST, WON, LOST, LOST, LOST, LOST), 9))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"9001, 9000, true", "9000, 8000, false", "9500, 9001, false", ", 8999, true"})
    @DisplayName("A-131: a drawdown of 10 % from the highest equity trips once")
    void drawdownTripsWhenCrossed(String before, String equity, boolean trips) {
        assertThat(
                        breaker.drawdownCrossed(
                                Optional.ofNullable(before).map(Money::of),
                                Money.of(equity),
                                Money.of("10000"),
                                new BigDecimal("0.10")))
                .isEqualTo(trips);
    }

    @Test
    @DisplayName("A-54, A-90, incident 40: an entry survives its own exits, else it is told")
    void entriesSurvive() {
        assertThat(survival("0.75", ForcedExitTimes.DEFAULT).fault(Scene.SESSION)).isEmpty();
        assertThat(survival("0.92", ForcedExitTimes.DEFAULT).fault(Scene.SESSION))
                .hasValueSatisfying(fault -> assertThat(fault).contains("STOP_LOSS"));
        assertThat(
                        survival(
                                        "0.75",
                                        new ForcedExitTimes(
                                                Duration.ofHours(7),
                                                Duration.ofMinutes(5),
                                                Duration.ofMinutes(20),
                                                Duration.ofMinutes(240),
                                                5,
                                                Duration.ofMinutes(15)))
                                .fault(Scene.SESSION))
                .hasValueSatisfying(fault -> assertThat(fault).contains("no minute"));
    }

    private static SurvivalRule survival(String stop, ForcedExitTimes times) {
        ForcedExits forced = new ForcedExits(Scene.CALENDAR, times);
        return new SurvivalRule(
                new ExitRule(ExitLimits.DEFAULT, forced),
                Scene.MARKS,
                forced,
                new BigDecimal(stop),
                new BigDecimal("1.50"));
    }

    /// Readings every ten seconds; an empty one is missing.
    private boolean firesAfter(String... readings) {
        LossWatch watch = LossWatch.CALM;
        Instant at = Scene.NOON;
        for (String reading : readings) {
            Optional<Money> pnl =
                    Optional.of(reading).filter(text -> !text.isEmpty()).map(Money::of);
            watch = dailyLoss.read(watch, pnl, LIMIT, Scene.SESSION, at);
            at = at.plusSeconds(10);
        }
        return dailyLoss.fires(watch);
    }
}
