package io.opspipeline.exchange.market.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.generated.SessionClock;
import io.opspipeline.exchange.market.generated.SessionPath;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarPathTest {

    private static final Ticker TICKER = Ticker.of("AB");
    private static final Session SESSION = Session.early(LocalDate.of(2025, 7, 3));
    private static final SessionClock CLOCK = new SessionClock(SESSION);

    @Test
    void goesFromOpenOverTheExtremesToTheClose() {
        SessionPath path = path(bar(0, 1_000, 1_200, 900, 1_100), bar(1, 1_100, 1_150, 800, 900));
        assertThat(minute(path, 0))
                .containsExactly(
                        10,
                        9.75,
                        9.5,
                        9.25,
                        9,
                        9.75,
                        10.5,
                        11.25,
                        12,
                        11 + 2 / 3.0,
                        11 + 1 / 3.0,
                        11);
        assertThat(minute(path, 1)).startsWith(11, 11.125, 11.25, 11.375, 11.5).endsWith(9);
    }

    @Test
    void keepsTheLastPriceWhereMinutesAreMissing() {
        SessionPath path = path(bar(2, 1_000, 1_000, 1_000, 1_000), bar(4, 1_100, 1_100, 900, 950));
        assertThat(minute(path, 0)).containsOnly(7.5);
        assertThat(minute(path, 1)).containsOnly(7.5);
        assertThat(minute(path, 3)).containsOnly(10);
        assertThat(minute(path, 209)).containsOnly(9.5);
        assertThat(path.last()).isEqualTo(9.5);
    }

    @Test
    void staysInsideOfEachBarAndMeetsAllItsPrices() {
        Seeds.check(
                50,
                random -> {
                    List<Bar> bars = bars(random);
                    SessionPath path = BarPath.through(bars, CLOCK, 10);
                    for (Bar bar : bars) {
                        double[] prices = minute(path, SESSION.minuteOf(bar.start()));
                        assertThat(prices[0]).isEqualTo(bar.open().asDouble());
                        assertThat(prices[11]).isEqualTo(bar.close().asDouble());
                        assertThat(DoubleStream.of(prices).max()).hasValue(bar.high().asDouble());
                        assertThat(DoubleStream.of(prices).min()).hasValue(bar.low().asDouble());
                    }
                });
    }

    @Test
    void knowsNothingOfLaterBars() {
        Seeds.check(
                20,
                random -> {
                    List<Bar> bars = bars(random);
                    int known = random.nextInt(bars.size());
                    int end =
                            bars.get(known).equals(bars.getLast())
                                    ? 210
                                    : minuteOf(bars.get(known + 1));
                    SessionPath all = BarPath.through(bars, CLOCK, 10);
                    SessionPath some = BarPath.through(bars.subList(0, known + 1), CLOCK, 10);
                    assertThat(IntStream.range(0, end * SessionClock.STEPS_PER_MINUTE))
                            .allMatch(step -> all.priceAt(step) == some.priceAt(step));
                });
    }

    private static int minuteOf(Bar bar) {
        return SESSION.minuteOf(bar.start());
    }

    private static SessionPath path(Bar... bars) {
        return BarPath.through(List.of(bars), CLOCK, 7.5);
    }

    private static double[] minute(SessionPath path, int minute) {
        int first = minute * SessionClock.STEPS_PER_MINUTE;
        return IntStream.range(first, first + SessionClock.STEPS_PER_MINUTE)
                .mapToDouble(path::priceAt)
                .toArray();
    }

    private static List<Bar> bars(RandomGenerator random) {
        List<Bar> bars = new ArrayList<>();
        for (int minute = 0; minute < 210; minute++) {
            if (random.nextInt(4) > 0) {
                int[] cents = random.ints(4, 500, 1_500).sorted().toArray();
                boolean rises = random.nextBoolean();
                int open = cents[rises ? 1 : 2];
                bars.add(bar(minute, open, cents[3], cents[0], cents[rises ? 2 : 1]));
            }
        }
        return bars;
    }

    private static Bar bar(int minute, int open, int high, int low, int close) {
        return new Bar(
                TICKER,
                CLOCK.minuteStart(minute),
                cents(open),
                cents(high),
                cents(low),
                cents(close),
                100);
    }

    private static Price cents(int cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }
}
