package io.opspipeline.positionmanager.rules;

import static io.opspipeline.domain.order.ExitReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Any moment of a position bought at 2.00 with the stock at 100, and what the table of exits says
/// of it, written down here once more.
class ExitPrecedenceTest {

    /// Trading rules, section 9, from the first row to the last.
    private static final List<ExitReason> TABLE =
            List.of(
                    KILL_SWITCH,
                    DAILY_LOSS,
                    EXPIRY,
                    END_OF_DAY,
                    STOP_LOSS,
                    UNDERLYING_STOP,
                    TAKE_PROFIT,
                    UNDERLYING_TARGET,
                    TRAILING_STOP,
                    PARTIAL,
                    MAX_HOLD);

    /// No price is at both of these levels at once.
    private static final Set<Set<ExitReason>> APART =
            Set.of(
                    Set.of(STOP_LOSS, TAKE_PROFIT),
                    Set.of(STOP_LOSS, UNDERLYING_TARGET),
                    Set.of(STOP_LOSS, PARTIAL),
                    Set.of(UNDERLYING_STOP, UNDERLYING_TARGET));

    /// Cents near which something begins or ends.
    private static final int[] BIDS = {140, 150, 200, 260, 300, 330};

    private static final int[] PEAKS = {200, 268, 300, 347, 400, 440};
    private static final int[] UNDERLYINGS = {9_600, 9_700, 10_000, 10_300, 10_400};

    /// Minutes of the session near which something begins.
    private static final int[] MINUTES = {5, 120, 241, 325, 370, 375, 388};

    private static final int[] HELD = {1, 60, 240, 300};

    @Test
    @DisplayName("the table of exits has a row for each rule")
    void tableIsWhole() {
        assertThat(TABLE).containsExactlyInAnyOrder(ExitReason.values());
    }

    @Test
    @DisplayName("A-91: of all that fire at any moment, the first of the table wins")
    void firstOfTheTableWins() {
        Seeds.check(
                10_000,
                random -> {
                    Moment moment = Moment.drawn(random);
                    Optional<ExitReason> first =
                            TABLE.stream().filter(moment.firing()::contains).findFirst();

                    assertThat(moment.scene().exit().map(Exit::rule))
                            .as("%s, firing %s", moment, moment.firing())
                            .isEqualTo(first);
                });
    }

    @Test
    @DisplayName("A-91: every two exits that can fire together do so in the moments that are drawn")
    void everyTwoMeet() {
        Set<Set<ExitReason>> met = new HashSet<>();
        Seeds.check(10_000, random -> met.addAll(pairs(Moment.drawn(random).firing())));

        Set<Set<ExitReason>> all = new HashSet<>(pairs(EnumSet.allOf(ExitReason.class)));
        all.removeAll(APART);
        assertThat(met).isEqualTo(all);
    }

    private static Set<Set<ExitReason>> pairs(Set<ExitReason> rules) {
        Set<Set<ExitReason>> pairs = new HashSet<>();
        for (ExitReason one : rules) {
            for (ExitReason other : rules) {
                if (one != other) {
                    pairs.add(Set.of(one, other));
                }
            }
        }
        return pairs;
    }

    /// Prices in cents, times in minutes since the open.
    ///
    /// @param direction 1 for a call, -1 for a put
    /// @param expiresToday else in a month
    /// @param fifthSession opened four sessions ago, else today
    record Moment(
            Strategy strategy,
            int direction,
            boolean expiresToday,
            boolean fifthSession,
            int opened,
            int now,
            int quantity,
            boolean partialTaken,
            boolean byOperator,
            boolean byDailyLoss,
            int bid,
            OptionalInt peak,
            int underlying) {

        private static final int SESSION = 390;

        static Moment drawn(RandomGenerator random) {
            Strategy strategy = random.nextBoolean() ? Strategy.DAY : Strategy.SWING;
            int now = near(MINUTES, random);
            return new Moment(
                    strategy,
                    random.nextBoolean() ? 1 : -1,
                    random.nextBoolean(),
                    strategy == Strategy.SWING && random.nextBoolean(),
                    Math.max(0, now - near(HELD, random)),
                    now,
                    1 + random.nextInt(3),
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0,
                    random.nextInt(4) == 0,
                    near(BIDS, random),
                    random.nextInt(4) == 0
                            ? OptionalInt.empty()
                            : OptionalInt.of(near(PEAKS, random)),
                    near(UNDERLYINGS, random));
        }

        Set<ExitReason> firing() {
            Set<ExitReason> firing = EnumSet.noneOf(ExitReason.class);
            Arrays.stream(ExitReason.values()).filter(this::fires).forEach(firing::add);
            return firing;
        }

        private boolean fires(ExitReason rule) {
            return switch (rule) {
                case KILL_SWITCH -> byOperator;
                case DAILY_LOSS -> byDailyLoss;
                case EXPIRY -> expiresToday && now >= (isDay() ? SESSION - 65 : 5);
                case END_OF_DAY -> isDay() && now >= SESSION - 20;
                case STOP_LOSS -> isCalm() && bid <= 150;
                case UNDERLYING_STOP -> isCalm() && move() <= -300;
                case TAKE_PROFIT -> isCalm() && bid >= 300;
                case UNDERLYING_TARGET -> isCalm() && move() >= 300 && bid > 200;
                case TRAILING_STOP ->
                        isCalm()
                                && peak.stream()
                                        .anyMatch(top -> top >= 268 && bid * 100 <= top * 75);
                case PARTIAL -> isCalm() && bid >= 260 && quantity >= 2 && !partialTaken;
                case MAX_HOLD ->
                        isDay() ? now - opened >= 240 : fifthSession && now >= SESSION - 15;
            };
        }

        private boolean isDay() {
            return strategy == Strategy.DAY;
        }

        private boolean isCalm() {
            return now >= 5;
        }

        private int move() {
            return direction * (underlying - 10_000);
        }

        Scene scene() {
            String symbol =
                    (expiresToday ? "NVDA261119" : "NVDA261218")
                            + (direction > 0 ? "C" : "P")
                            + "00100000";
            Instant entry = at(opened).minus(Duration.ofDays(fifthSession ? 6 : 0));
            Scene scene = Scene.swing().of(symbol, strategy).openedAt(entry).holding(quantity);
            scene = partialTaken ? scene.afterPartial() : scene;
            scene = peak.isPresent() ? scene.peak(dollars(peak.getAsInt())) : scene;
            return scene.at(at(now))
                    .flattened(byOperator, byDailyLoss)
                    .underlying(dollars(underlying))
                    .marked(dollars(bid));
        }

        private static int near(int[] levels, RandomGenerator random) {
            return levels[random.nextInt(levels.length)] + random.nextInt(-1, 2);
        }

        private static Instant at(int minutes) {
            return Scene.SESSION.open().plus(Duration.ofMinutes(minutes));
        }

        private static String dollars(int cents) {
            return BigDecimal.valueOf(cents, 2).toPlainString();
        }
    }
}
