package io.opspipeline.positionmanager.rules;

import static io.opspipeline.domain.order.ExitReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.market.QuoteFault;
import io.opspipeline.domain.order.ExitReason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitRuleTest {

    /// What makes each exit fire on a day trade that is held at noon and at its entry's price.
    private static final Map<ExitReason, UnaryOperator<Scene>> CAUSES = causes();

    private static Map<ExitReason, UnaryOperator<Scene>> causes() {
        Map<ExitReason, UnaryOperator<Scene>> causes = new EnumMap<>(ExitReason.class);
        causes.put(KILL_SWITCH, scene -> scene.flattened(true, scene.flattening().byDailyLoss()));
        causes.put(DAILY_LOSS, scene -> scene.flattened(scene.flattening().byOperator(), true));
        causes.put(EXPIRY, scene -> scene.of("NVDA261119C00100000", Strategy.DAY).at(at("19:55")));
        causes.put(END_OF_DAY, scene -> scene.at(at("20:40")));
        causes.put(STOP_LOSS, scene -> scene.marked("1.50"));
        causes.put(UNDERLYING_STOP, scene -> scene.underlying("97.00"));
        causes.put(TAKE_PROFIT, scene -> scene.marked("3.00"));
        causes.put(UNDERLYING_TARGET, scene -> scene.underlying("103.00").marked("2.01"));
        causes.put(TRAILING_STOP, scene -> scene.peak("2.80").marked("2.10"));
        causes.put(PARTIAL, scene -> scene.marked("2.60"));
        causes.put(MAX_HOLD, scene -> scene.openedAt(at("14:36")).at(at("18:36")));
        return causes;
    }

    @ParameterizedTest
    @EnumSource(ExitReason.class)
    @DisplayName("A-91, incident 34: each exit fires in a reachable state under the defaults")
    void eachExitFires(ExitReason rule) {
        Scene calm = Scene.day();

        assertThat(calm.marked("1.96").exit()).isEmpty();
        assertThat(CAUSES.get(rule).apply(calm).exit()).map(Exit::rule).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5001, NONE",
        "1.50, STOP_LOSS",
        "1.49, STOP_LOSS",
        "2.5999, NONE",
        "2.60, PARTIAL",
        "2.9999, PARTIAL",
        "3.00, TAKE_PROFIT",
    })
    @DisplayName("A-88: -25 % and +50 % of the entry are the boundaries, exactly")
    void boundaries(String bid, String expected) {
        assertThat(Scene.swing().marked(bid).exit().map(exit -> exit.rule().name()).orElse("NONE"))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("A-87, incident 43: levels of a put are on its premium, as those of a call")
    void putsStopBelowAndAimAbove() {
        Scene put = Scene.swing().of("NVDA261218P00100000", Strategy.SWING);

        assertThat(put.marked("1.50").exit()).map(Exit::rule).contains(STOP_LOSS);
        assertThat(put.marked("3.00").exit()).map(Exit::rule).contains(TAKE_PROFIT);
        assertThat(put.underlying("103.00").exit()).map(Exit::rule).contains(UNDERLYING_STOP);
        assertThat(put.underlying("97.00").marked("2.01").exit())
                .map(Exit::rule)
                .contains(UNDERLYING_TARGET);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 100, mark 1.50 <= stop 1.50",
        "3.00, 100, mark 3.00 >= target 3.00",
        "2.60, 100, mark 2.60 >= partial 2.60",
        "1.96, 97.00, underlying -0.03 against",
        "2.01, 103.00, mark 2.01 > entry and underlying 0.03 in favour"
    })
    @DisplayName("A-91: an exit tells the figures that fired it")
    void tellsItsFigures(String bid, String underlying, String detail) {
        assertThat(Scene.swing().underlying(underlying).marked(bid).exit())
                .map(Exit::detail)
                .contains(detail);
    }

    @Test
    @DisplayName("the underlying's target needs a mark above the entry")
    void underlyingTargetNeedsAGain() {
        assertThat(Scene.swing().underlying("103.00").marked("2.00").exit()).isEmpty();
        assertThat(Scene.swing().underlying("103.00").exit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NVDA261120C00100000", "NVDA261218C00100000", "NVDA261218P00100000"})
    @DisplayName("incident 41: what is not known fires no exit")
    void firesNothingOnWhatIsMissing(String symbol) {
        for (Strategy strategy : Strategy.values()) {
            Scene blind = Scene.swing().of(symbol, strategy).withoutUnderlying();

            assertThat(blind.exit()).isEmpty();
            assertThat(blind.peak("2.80").exit()).isEmpty();
            assertThat(blind.marked("2.00").exit()).isEmpty();
            assertThat(blind.seesNothing(QuoteFault.MISSING, 90).exit()).isEmpty();
        }
    }

    @Test
    void stockHasItsOwnLevelsAndNoUnderlying() {
        Scene stock = Scene.swing().of("NVDA", Strategy.SWING);

        assertThat(stock.marked("1.94").exit()).map(Exit::rule).contains(STOP_LOSS);
        assertThat(stock.underlying("96").marked("2.00").exit()).isEmpty();
        assertThat(stock.marked("2.12").exit()).map(Exit::rule).contains(TAKE_PROFIT);
    }

    @ParameterizedTest
    @CsvSource({"2.6799, 2.00, NONE", "2.68, 2.01, TRAILING_STOP", "2.68, 2.0101, NONE"})
    @DisplayName("A-92: the trail is armed at +34 % and never locks in a loss")
    void trails(String peak, String bid, String expected) {
        assertThat(
                        Scene.swing()
                                .peak(peak)
                                .marked(bid)
                                .exit()
                                .map(exit -> exit.rule().name())
                                .orElse("NONE"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 1", "5, 2"})
    @DisplayName("A-93, incident 31: half is sold from two contracts on, at least one stays")
    void sellsHalf(int held, int sold) {
        assertThat(Scene.swing().holding(held).marked("2.60").exit().map(Exit::quantity).orElse(0))
                .isEqualTo(sold);
        assertThat(Scene.swing().holding(held).afterPartial().marked("2.60").exit()).isEmpty();
    }

    @Test
    @DisplayName("A-86, incident 28: one sighting is not enough, nor two in the same second")
    void needsTwoSightings() {
        assertThat(Scene.swing().sees("1.40", 0).exit()).isEmpty();
        assertThat(Scene.swing().sees("1.40", 1).sees("1.40", 0).exit()).isEmpty();
        assertThat(Scene.swing().sees("1.40", 2).sees("1.40", 0).exit()).isPresent();
        assertThat(Scene.swing().sees("1.40", 10).sees("1.96", 5).sees("1.40", 0).exit()).isEmpty();
    }

    @Test
    @DisplayName("A-86, incident 28: no price rule fires in the first five minutes")
    void waitsAfterTheOpen() {
        Scene early = Scene.swing().openedAt(at("14:00").minusSeconds(86_400));

        assertThat(early.at(at("14:34:59")).marked("1.40").underlying("90").exit()).isEmpty();
        assertThat(early.at(at("14:35:00")).marked("1.40").exit()).isPresent();
    }

    @Test
    @DisplayName("A-86: without a usable quote the stop runs on the model, at 0.70 of the entry")
    void stopsOnTheModel() {
        assertThat(Scene.swing().model("1.41").exit()).isEmpty();
        assertThat(Scene.swing().model("1.40").exit()).map(Exit::rule).contains(STOP_LOSS);
    }

    @ParameterizedTest
    @CsvSource({
        "NVDA261119C00100000, DAY, 19:54:59, NONE",
        "NVDA261119C00100000, DAY, 19:55:00, EXPIRY",
        "NVDA261119C00100000, SWING, 14:34:59, NONE",
        "NVDA261119C00100000, SWING, 14:35:00, EXPIRY",
        "NVDA261120C00100000, DAY, 20:39:59, NONE",
        "NVDA261120C00100000, DAY, 20:40:00, END_OF_DAY",
        "NVDA261120C00100000, SWING, 20:59:59, NONE",
    })
    @DisplayName(
            "A-89, incident 33: expiry and the end of the day force the exits by the session's close")
    void forces(String symbol, Strategy strategy, String time, String expected) {
        Scene scene = Scene.swing().of(symbol, strategy).openedAt(at("18:00")).at(at(time));

        assertThat(scene.exit().map(exit -> exit.rule().name()).orElse("NONE")).isEqualTo(expected);
    }

    @Test
    @DisplayName("A-89: a swing trade ends in the fifth session, 15 minutes before its close")
    void endsInTheFifthSession() {
        Scene swing = Scene.swing();

        assertThat(swing.at(Instant.parse("2026-11-25T20:44:59Z")).exit()).isEmpty();
        assertThat(swing.at(Instant.parse("2026-11-25T20:45:00Z")).exit())
                .map(Exit::rule)
                .contains(MAX_HOLD);
    }

    @Test
    @DisplayName("A-89: on a half-day the times count from its own close")
    void countsFromTheEarlyClose() {
        Scene day =
                Scene.day()
                        .of("NVDA261127C00100000", Strategy.DAY)
                        .openedAt(Instant.parse("2026-11-27T15:30:00Z"));

        assertThat(day.at(Instant.parse("2026-11-27T16:54:59Z")).exit()).isEmpty();
        assertThat(day.at(Instant.parse("2026-11-27T16:55:00Z")).exit())
                .map(Exit::rule)
                .contains(EXPIRY);
    }

    @Test
    @DisplayName("A-83, incident 18: nothing fires while the market is closed")
    void restsOutOfSession() {
        Scene flat = Scene.swing().flattened(true, true);

        assertThat(flat.at(at("14:29:59")).exit()).isEmpty();
        assertThat(flat.at(at("21:00:00")).exit()).isEmpty();
        assertThat(flat.at(at("14:30:00")).exit()).isPresent();
    }

    @Test
    @DisplayName("A-108: both changes of daylight saving keep New York's times")
    void followsNewYork() {
        Scene march = Scene.day().of("NVDA270315C00100000", Strategy.DAY);
        Instant entry = Instant.parse("2027-03-15T17:00:00Z");

        assertThat(march.openedAt(entry).at(Instant.parse("2027-03-15T18:54:59Z")).exit())
                .isEmpty();
        assertThat(march.openedAt(entry).at(Instant.parse("2027-03-15T18:55:00Z")).exit())
                .map(Exit::rule)
                .contains(EXPIRY);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-19T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }
}
