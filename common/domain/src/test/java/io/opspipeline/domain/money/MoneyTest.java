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
}
