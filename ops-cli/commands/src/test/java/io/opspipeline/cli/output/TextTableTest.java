package io.opspipeline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsTextLeftAndNumbersRight() {
        TextTable table = TextTable.of("symbol", "profit");
        table.row("NVDA", new BigDecimal("-280.20"));
        table.row("AMD", new BigDecimal("5"));
        table.row("MU", new BigDecimal("1.234567"));

        assertThat(table.lines())
                .containsExactly(
                        "symbol   profit", "NVDA    -280.20", "AMD        5.00", "MU       1.2346");
    }

    @Test
    void showsWhatIsAbsentAsADash() {
        TextTable table = TextTable.of("at", "price");
        table.row(Optional.empty(), Optional.of(new BigDecimal("2.50")));
        table.row(Arrays.asList("now", null));

        assertThat(table.lines()).containsExactly("at   price", "-     2.50", "now      -");
    }

    @Test
    void cutsWhatIsWiderThanSixty() {
        TextTable table = TextTable.of("message");
        table.row("x".repeat(61));

        assertThat(table.lines().get(1)).isEqualTo("x".repeat(59) + "…");
    }

    @Test
    void isTheHeaderAloneWithoutRows() {
        TextTable table = new TextTable(List.of("a", "b"));

        assertThat(table.isEmpty()).isTrue();
        assertThat(table.toString()).isEqualTo("a  b");
    }
}
