package io.opspipeline.market.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceIncrementTest {

    @ParameterizedTest
    @CsvSource({
        "CENTS, 2.994, 2.99, 3.00",
        "CENTS, 3.011, 3.01, 3.02",
        "PENNY_PROGRAM, 2.994, 2.99, 3.00",
        "PENNY_PROGRAM, 3.01, 3.00, 3.05",
        "PENNY_PROGRAM, 3.05, 3.05, 3.05",
        "STANDARD, 2.96, 2.95, 3.00",
        "STANDARD, 3.05, 3.00, 3.10",
        "STANDARD, 0.04, 0.00, 0.05"
    })
    void roundsToItsSteps(PriceIncrement increment, String price, String down, String up) {
        assertThat(increment.roundDown(Price.of(price))).isEqualTo(Price.of(down));
        assertThat(increment.roundUp(Price.of(price))).isEqualTo(Price.of(up));
    }

    @ParameterizedTest
    @CsvSource({
        "CENTS, 2.99, 0.01", "CENTS, 3.00, 0.01",
        "PENNY_PROGRAM, 2.99, 0.01", "PENNY_PROGRAM, 3.00, 0.05",
        "STANDARD, 2.95, 0.05", "STANDARD, 3.00, 0.10"
    })
    void takesTheWiderStepFromThreeDollars(
            PriceIncrement increment, String price, BigDecimal step) {
        assertThat(increment.stepAt(Price.of(price))).isEqualByComparingTo(step);
    }

    @ParameterizedTest
    @EnumSource
    void roundsToTheNearestValidPricesOnBothSides(PriceIncrement increment) {
        Seeds.check(
                10_000,
                random -> {
                    Price price = draw(random);
                    Price down = increment.roundDown(price);
                    Price up = increment.roundUp(price);
                    assertThat(increment.isValid(down)).isTrue();
                    assertThat(increment.isValid(up)).isTrue();
                    assertThat(down).isLessThanOrEqualTo(price);
                    assertThat(up).isGreaterThanOrEqualTo(price);
                    assertThat(up.minus(down)).isLessThanOrEqualTo(increment.stepAt(price));
                    assertThat(increment.isValid(price)).isEqualTo(down.equals(up));
                });
    }

    @ParameterizedTest
    @EnumSource
    void hasASmallestValidPrice(PriceIncrement increment) {
        assertThat(increment.isValid(increment.smallest())).isTrue();
        assertThat(increment.roundUp(Price.of("0.001"))).isEqualTo(increment.smallest());
    }

    @Test
    void knowsTheThreeFundsInCents() {
        assertThat(PriceIncrement.ofOption("SPY", false)).isEqualTo(PriceIncrement.CENTS);
        assertThat(PriceIncrement.ofOption("NVDA", true)).isEqualTo(PriceIncrement.PENNY_PROGRAM);
        assertThat(PriceIncrement.ofOption("NVDA", false)).isEqualTo(PriceIncrement.STANDARD);
    }

    private static Price draw(RandomGenerator random) {
        return new Price(BigDecimal.valueOf(random.nextLong(1, 90_000), 4));
    }
}
