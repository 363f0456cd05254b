package io.opspipeline.dispatcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.market.option.PriceIncrement;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderRuleTest {

    private static final List<PriceIncrement> INCREMENTS =
            List.copyOf(EnumSet.allOf(PriceIncrement.class));

    private final LadderRule rule = new LadderRule(Duration.ofSeconds(5), new BigDecimal("1.03"));

    @Test
    void climbsFromMidToAsk() {
        Quote quote = quote("2.00", "2.12");
        assertThat(limits(quote, "2.12", PriceIncrement.PENNY_PROGRAM))
                .containsExactly("2.06", "2.08", "2.1", "2.12");
        assertThat(rule.length()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    @DisplayName("A-78: limits are valid ticks, rounded up")
    void roundsUpToTheTick() {
        assertThat(limits(quote("3.10", "3.40"), "3.40", PriceIncrement.STANDARD))
                .containsExactly("3.3", "3.3", "3.4", "3.4");
    }

    @Test
    void paysTheAskAtOnceInAOneTickMarket() {
        assertThat(limits(quote("1.04", "1.05"), "1.05", PriceIncrement.PENNY_PROGRAM))
                .containsExactly("1.05", "1.05", "1.05", "1.05");
    }

    @Test
    void paysTheAskAtOnceInAOneTickMarketOffTheGrid() {
        assertThat(limits(quote("1.02", "1.07"), "1.07", PriceIncrement.STANDARD))
                .containsExactly("1.1", "1.1", "1.1", "1.1");
    }

    @ParameterizedTest
    @DisplayName("A-78: a new order every 5 seconds, and none after 20")
    @CsvSource({"0, 0", "4999, 0", "5000, 1", "19999, 3", "20000, 4", "3600000, 4"})
    void climbsByTheClock(long millis, int step) {
        assertThat(rule.stepAt(Duration.ofMillis(millis))).isEqualTo(step);
        assertThat(rule.stepLength()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("A-78: nothing is paid above 1.03 times the plan price")
    void stopsAtTheCeiling() {
        Quote risen = quote("2.10", "2.30");
        assertThat(rule.limit(0, risen, Price.of("2.12"), PriceIncrement.PENNY_PROGRAM)).isEmpty();
        assertThat(rule.limit(0, risen, Price.of("2.14"), PriceIncrement.PENNY_PROGRAM))
                .contains(Price.of("2.20"));
    }

    @Test
    @DisplayName("A-78: over 10,000 quotes every limit is a tick, at least the mid, under the cap")
    void staysBetweenMidAndCeiling() {
        Seeds.check(
                10_000,
                random -> {
                    int bid = random.nextInt(1, 900);
                    Quote quote =
                            quote(
                                    new Price(BigDecimal.valueOf(bid, 2)),
                                    new Price(BigDecimal.valueOf(bid + random.nextInt(1, 80), 2)));
                    PriceIncrement increment = INCREMENTS.get(random.nextInt(INCREMENTS.size()));
                    Price plan = quote.ask();
                    for (int step = 0; step <= LadderRule.LAST_STEP; step++) {
                        Optional<Price> limit = rule.limit(step, quote, plan, increment);
                        limit.ifPresent(price -> {
                            assertThat(increment.isValid(price)).isTrue();
                            assertThat(price.isBelow(quote.mid())).isFalse();
                            assertThat(price.isAbove(plan.times(new BigDecimal("1.03")))).isFalse();
                        });
                    }
                });
    }

    private List<String> limits(Quote quote, String plan, PriceIncrement increment) {
        return IntStream.rangeClosed(0, LadderRule.LAST_STEP)
                .mapToObj(step -> rule.limit(step, quote, Price.of(plan), increment).orElseThrow())
                .map(price -> price.perShare().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static Quote quote(String bid, String ask) {
        return quote(Price.of(bid), Price.of(ask));
    }

    private static Quote quote(Price bid, Price ask) {
        return new Quote(bid, ask, 10, 10);
    }
}
