package io.opspipeline.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @Test
    void comparesByValueWhateverTheScale() {
        assertThat(Money.of("2.5")).isEqualTo(Money.of("2.500")).hasToString("2.50");
        assertThat(Money.of("1E+3")).isEqualTo(Money.of("1000")).hasToString("1000.00");
    }

    @Test
    void keepsFractionsOfACent() {
        assertThat(Money.of("0.0001").times(3)).isEqualTo(Money.of("0.0003"));
        assertThat(Money.of("121000").times(new BigDecimal("0.015"))).isEqualTo(Money.of("1815"));
    }

    @ParameterizedTest
    @CsvSource({
        "1210.00, 250.00, 4",
        "250.00, 250.00, 1",
        "249.99, 250.00, 0",
        "0, 250.00, 0",
        "-500.00, 250.00, 0"
    })
    void countsWholeUnits(String amount, String unit, int expected) {
        assertThat(Money.of(amount).wholeUnits(Money.of(unit))).isEqualTo(expected);
    }

    @Test
    void refusesToCountUnitsOfNothing() {
        assertThatThrownBy(() -> Money.of("1").wholeUnits(Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit must be positive");
    }

    @Test
    void knowsTheSignOfALoss() {
        var loss = Money.of("-500.01");

        assertThat(loss.isNegative()).isTrue();
        assertThat(loss.negated().exceeds(Money.of("500.00"))).isTrue();
        assertThat(Money.ZERO.isNegative()).isFalse();
        assertThat(Money.ZERO.isPositive()).isFalse();
    }

    @Test
    @DisplayName("A-62: incident 68: a contract costs a hundred times its premium")
    void multipliesAPremiumByAHundred() {
        assertThat(Premium.of("2.50").times(new Contracts(4))).isEqualTo(Money.of("1000.00"));
    }

    @Test
    void choosesTheSmallerAndTheLarger() {
        var loss = Money.of("-5");
        var gain = Money.of("3");

        assertThat(loss.min(gain)).isEqualTo(gain.min(loss)).isEqualTo(loss);
        assertThat(loss.max(gain)).isEqualTo(gain.max(loss)).isEqualTo(gain);
        assertThat(new Contracts(2).min(new Contracts(3))).isEqualTo(new Contracts(2));
        assertThat(Price.of("2").min(Price.of("3"))).isEqualTo(Price.of("2"));
        assertThat(Price.of("2").max(Price.of("3"))).isEqualTo(Price.of("3"));
    }

    @Test
    void ordersAmounts() {
        assertThat(Money.of("2").compareTo(Money.of("10"))).isNegative();
        assertThat(new Contracts(2).compareTo(new Contracts(10))).isNegative();
        assertThat(NetPrice.of("-2").compareTo(NetPrice.of("1"))).isNegative();
    }

    @Test
    void countsContracts() {
        assertThat(Contracts.NONE.isNone()).isTrue();
        assertThat(new Contracts(1).isNone()).isFalse();
        assertThatThrownBy(() -> new Contracts(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void writesDollarsAndCents() {
        assertThat(Price.of("2.5")).hasToString("2.50");
        assertThat(Premium.of("2.5")).hasToString("2.50");
        assertThat(NetPrice.of("-1.2")).hasToString("-1.20");
    }
}
