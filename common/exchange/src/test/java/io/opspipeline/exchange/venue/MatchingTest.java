package io.opspipeline.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.Side;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final int CASES = 5_000;

    @Test
    void takingIsAtTheTouchAndWithinTheLimit() {
        Seeds.check(
                CASES,
                random -> {
                    Quote quote = quote(random);
                    Price limit = price(random);
                    Matching.taking(Side.BUY, Optional.of(limit), quote)
                            .ifPresent(price -> {
                                assertThat(price).isEqualTo(quote.ask());
                                assertThat(price).isLessThanOrEqualTo(limit);
                            });
                    Matching.taking(Side.SELL, Optional.of(limit), quote)
                            .ifPresent(price -> {
                                assertThat(price).isEqualTo(quote.bid());
                                assertThat(price).isGreaterThanOrEqualTo(limit);
                            });
                });
    }

    @Test
    void nothingIsBetterThanTheMid() {
        Seeds.check(
                CASES,
                random -> {
                    Quote quote = quote(random);
                    Price limit = price(random);
                    for (Side side : Side.values()) {
                        Optional<Price> fill =
                                Matching.crossed(side, limit, quote)
                                        .or(() -> inside(side, limit, quote));
                        fill.ifPresent(price -> assertNotBetterThanMid(side, price, quote));
                    }
                });
    }

    @Test
    void distanceGrowsFromMidToTouch() {
        Quote quote = quote("2.00", "2.40");
        assertThat(distance(Side.BUY, "2.20", quote)).isEmpty();
        assertThat(distance(Side.BUY, "2.10", quote)).isEmpty();
        assertThat(distance(Side.BUY, "2.25", quote)).hasValue(0.25);
        assertThat(distance(Side.BUY, "2.35", quote)).hasValue(0.75);
        assertThat(distance(Side.BUY, "2.40", quote)).isEmpty();
        assertThat(distance(Side.SELL, "2.15", quote)).hasValue(0.25);
        assertThat(distance(Side.SELL, "2.30", quote)).isEmpty();
    }

    @Test
    void chanceIsTheStatedShareOfTheDistance() {
        FillChance chance = new FillChance(Trader.settings(0.30, 0.05));
        AccountId account = Trader.ACCOUNT;
        long fills =
                LongStream.range(0, 20_000)
                        .filter(step -> chance.fillsInside(account, "a:" + step % 97, step, 0.5))
                        .count();
        assertThat(fills).isBetween(2_800L, 3_200L);
        long slow =
                LongStream.range(0, 20_000)
                        .filter(step -> chance.cancelsSlowly(account, "a:" + step % 97, step))
                        .count();
        assertThat(slow).isBetween(850L, 1_150L);
    }

    private static void assertNotBetterThanMid(Side side, Price price, Quote quote) {
        switch (side) {
            case BUY -> assertThat(price).isGreaterThanOrEqualTo(quote.mid());
            case SELL -> assertThat(price).isLessThanOrEqualTo(quote.mid());
        }
        if (!quote.bid().equals(quote.ask())) {
            assertThat(price).isNotEqualTo(quote.mid());
        }
    }

    private static Optional<Price> inside(Side side, Price limit, Quote quote) {
        return Matching.distance(side, limit, quote).isPresent()
                ? Optional.of(limit)
                : Optional.empty();
    }

    private static OptionalDouble distance(Side side, String limit, Quote quote) {
        return Matching.distance(side, Price.of(limit), quote);
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(Price.of(bid), Price.of(ask), 10, 10);
    }

    private static Quote quote(RandomGenerator random) {
        int bid = random.nextInt(60);
        int ask = Math.max(1, bid + random.nextInt(12));
        return new Quote(cents(bid), cents(ask), random.nextInt(3), random.nextInt(3));
    }

    private static Price price(RandomGenerator random) {
        return cents(1 + random.nextInt(80));
    }

    private static Price cents(int cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }
}
