package io.opspipeline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A-131: the deepest fall of the equity")
class DrawdownTest {

    @Test
    void countsFromTheHeightBeforeIt() {
        assertThat(Drawdown.of(curve("100", "120", "90", "110", "130", "110")))
                .isEqualTo(new Drawdown(new BigDecimal("30"), new BigDecimal("25.00")));
    }

    @Test
    void isNothingWhileTheCurveRises() {
        assertThat(Drawdown.of(curve("100", "101")).amount()).isZero();
        assertThat(Drawdown.of(List.of()).amount()).isZero();
    }

    private static List<BigDecimal> curve(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }
}
