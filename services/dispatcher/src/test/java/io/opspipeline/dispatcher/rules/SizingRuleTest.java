package io.opspipeline.dispatcher.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.money.Contracts;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Premium;
import io.opspipeline.domain.money.Price;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingRuleTest {

    @ParameterizedTest(name = "{0} {1} at {2}: {3}")
    @DisplayName("A-77, incident 19: floor, never forced to one, capped by tier")
    @CsvSource({
        "121000, LARGE, 2.50, 4",
        "1000, TINY, 1.10, 2",
        "1000, TINY, 2.60, 0",
        "1000, TINY, 0.30, 2",
        "10000, SMALL, 0.50, 3",
        "50000, MEDIUM, 0.50, 5",
        "500000, LARGE, 0.50, 10"
    })
    void sizesByRiskAndTier(String equity, Tier tier, String premium, int contracts) {
        assertThat(SizingRule.contracts(Money.of(equity), tier, Premium.of(premium)).count())
                .isEqualTo(contracts);
    }

    @ParameterizedTest
    @DisplayName("A-76, incident 16: the tier follows the account's own equity, to the cent")
    @CsvSource({
        "2000, 500.00",
        "2000.01, 240.0012",
        "10000, 1200.00",
        "10000.01, 400.0004",
        "50000, 2000.00",
        "50000.01, 500.0001"
    })
    void takesTheTierOfTheEquity(String equity, BigDecimal risk) {
        Money dollars = SizingRule.riskDollars(Money.of(equity), Tier.TINY);
        assertThat(dollars.amount()).isEqualByComparingTo(risk);
    }

    @Test
    @DisplayName("A-76: a loss into a lower tier never raises the bet")
    void keepsTheRegisteredRiskAfterALoss() {
        Money lost = Money.of("49000");
        assertThat(SizingRule.riskDollars(lost, Tier.LARGE).amount())
                .isEqualByComparingTo("490.00");
    }

    @Test
    void shrinksToTheRoomButNotBelowOne() {
        Contracts wanted = new Contracts(4);
        Premium premium = Premium.of("2.50");
        assertThat(SizingRule.shrunk(wanted, premium, Money.of("800")).count()).isEqualTo(3);
        assertThat(SizingRule.shrunk(wanted, premium, Money.of("100")).count()).isEqualTo(1);
        assertThat(SizingRule.shrunk(wanted, premium, Money.of("-5")).count()).isEqualTo(1);
        assertThat(SizingRule.shrunk(Contracts.NONE, premium, Money.of("800")).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"40, 1000, 20", "10, 1000, 10", "40, 49.99, 1", "40, -5, 1"})
    void shrinksStockToTheRoomButNotBelowOne(int wanted, String room, int shares) {
        assertThat(SizingRule.shrunk(wanted, Price.of("50"), Money.of(room))).isEqualTo(shares);
    }

    @Test
    void sizesStockByTheTightestOfThree() {
        int shares =
                SizingRule.shares(
                        Money.of("121000"),
                        Tier.LARGE,
                        Price.of("50"),
                        Money.of("10000"),
                        5,
                        Money.of("1500"));
        assertThat(shares).isEqualTo(30);
    }

    @Test
    @DisplayName("A-77: over 10,000 cases no size costs more than its risk or passes its cap")
    void neverExceedsRiskOrCap() {
        Seeds.check(
                10_000,
                random -> {
                    Money equity = new Money(BigDecimal.valueOf(random.nextLong(1, 50_000_000), 2));
                    Premium premium =
                            new Premium(new Price(BigDecimal.valueOf(random.nextInt(30, 9000), 2)));
                    Tier tier = List.copyOf(EnumSet.allOf(Tier.class)).get(random.nextInt(4));
                    Contracts size = SizingRule.contracts(equity, tier, premium);
                    Money risk = SizingRule.riskDollars(equity, tier);
                    assertThat(premium.times(size).exceeds(risk)).isFalse();
                    assertThat(size.count()).isLessThanOrEqualTo(tier.maxContracts().count());
                    assertThat(size.count())
                            .isLessThanOrEqualTo(Tier.of(equity).maxContracts().count());
                });
    }

    @Test
    @DisplayName("A-77: over 10,000 cases shrinking stays within the room, or is one")
    void neverExceedsTheRoom() {
        Seeds.check(
                10_000,
                random -> {
                    Premium premium =
                            new Premium(new Price(BigDecimal.valueOf(random.nextInt(30, 9000), 2)));
                    Money room = Money.of("" + random.nextInt(-1_000, 50_000));
                    Contracts wanted = new Contracts(random.nextInt(0, 11));
                    Contracts size = SizingRule.shrunk(wanted, premium, room);

                    assertThat(size).isLessThanOrEqualTo(wanted);
                    assertThat(size.isNone()).isEqualTo(wanted.isNone());
                    assertThat(size.count() <= 1 || !premium.times(size).exceeds(room)).isTrue();
                });
    }

    @Test
    @DisplayName("A-77: over 10,000 cases shares stay within risk, their part and what is left")
    void neverExceedsTheStockCaps() {
        Seeds.check(
                10_000,
                random -> {
                    Money equity = new Money(BigDecimal.valueOf(random.nextLong(1, 50_000_000), 2));
                    Tier tier = List.copyOf(EnumSet.allOf(Tier.class)).get(random.nextInt(4));
                    Price price = new Price(BigDecimal.valueOf(random.nextInt(100, 90_000), 2));
                    Money limit = Money.of("" + random.nextInt(1, 100_000));
                    int positions = random.nextInt(1, 11);
                    Money left = Money.of("" + random.nextInt(-1_000, 100_000));
                    int shares = SizingRule.shares(equity, tier, price, limit, positions, left);
                    Money cost = new Money(price.perShare()).times(shares);

                    assertThat(cost.exceeds(left.max(Money.ZERO))).isFalse();
                    assertThat(cost.times(positions).exceeds(limit)).isFalse();
                    assertThat(cost.times(new BigDecimal("0.03")))
                            .isLessThanOrEqualTo(SizingRule.riskDollars(equity, tier));
                });
    }
}
