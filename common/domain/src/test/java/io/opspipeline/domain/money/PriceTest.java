package io.opspipeline.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void refusesANegativePrice() {
        assertThatThrownBy(() -> Price.of("-0.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.01");
    }

    @Test
    @DisplayName("A-88: levels are entry x 0.75 and x 1.5, exact")
    void makesExactLevels() {
        var entry = Price.of("2.35");

        assertThat(entry.times(new BigDecimal("0.75"))).isEqualTo(Price.of("1.7625"));
        assertThat(entry.times(new BigDecimal("1.5"))).isEqualTo(Price.of("3.525"));
    }

    @Test
    void liesMidwayBetweenAnyTwo() {
        Seeds.check(
                10_000,
                random -> {
                    var low = new Price(BigDecimal.valueOf(random.nextInt(100_000), 2));
                    var high = low.plus(BigDecimal.valueOf(random.nextInt(10_000), 2));
                    var mid = Price.midway(low, high);

                    assertThat(mid.minus(low)).isEqualByComparingTo(high.minus(mid));
                });
    }

    @Test
    void roundsComputedNumbersToSixDecimals() {
        assertThat(Price.ofComputed(0.1 + 0.2)).isEqualTo(Price.of("0.3"));
    }

    @Test
    void isAboveOrBelowOnlyWhenItDiffers() {
        assertThat(Price.of("2.01").isAbove(Price.of("2.00"))).isTrue();
        assertThat(Price.of("2.00").isAbove(Price.of("2.00"))).isFalse();
        assertThat(Price.of("1.99").isBelow(Price.of("2.00"))).isTrue();
        assertThat(Price.of("2.00").isBelow(Price.of("2.00"))).isFalse();
        assertThat(Price.ZERO.isZero()).isTrue();
        assertThat(Price.of("0.01").isZero()).isFalse();
    }

    @Test
    void entersTheMathsAsANumber() {
        assertThat(Price.of("2.50").asDouble()).isEqualTo(2.5);
        assertThat(Price.of("2.50").dividedBy(Price.of("2.00"))).isEqualByComparingTo("1.25");
    }
}
