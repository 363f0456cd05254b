package io.opspipeline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StyleTest {

    @Test
    void leavesTextAloneWithoutColours() {
        Style plain = Style.plain();

        assertThat(plain.isColoured()).isFalse();
        assertThat(plain.strong("a") + plain.faint("b") + plain.good("c") + plain.bad("d"))
                .isEqualTo("abcd");
        assertThat(plain.signed(new BigDecimal("-1"), "-1.00")).isEqualTo("-1.00");
    }

    @Test
    void isPlainWhereThereIsNoTerminal() {
        assertThat(Style.coloured(false).isColoured()).isFalse();
    }
}
