package io.opspipeline.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.money.Price;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

    @Test
    @DisplayName("A-74: the spread is a share of the mid")
    void measuresTheSpreadAgainstTheMid() {
        var quote = quote("1.90", "2.10");

        assertThat(quote.mid()).isEqualTo(Price.of("2.00"));
        assertThat(quote.spreadShare()).isEqualByComparingTo("0.1");
    }

    @ParameterizedTest
    @CsvSource({"2.10, 1.90", "0, 0"})
    @DisplayName("A-86: a crossed quote cannot exist")
    void refusesACrossedQuote(String bid, String ask) {
        assertThatThrownBy(() -> quote(bid, ask)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsThatNobodyBuys() {
        assertThat(quote("0", "0.05").hasBid()).isFalse();
    }

    private static Quote quote(String bid, String ask) {
        return new Quote(Price.of(bid), Price.of(ask), 10, 10);
    }

    @Test
    void takesASideWithoutSize() {
        assertThat(new Quote(Price.of("1.90"), Price.of("2.10"), 0, 0).mid())
                .isEqualTo(Price.of("2.00"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1"})
    void refusesANegativeSize(int bidSize, int askSize) {
        assertThatThrownBy(() -> new Quote(Price.of("1.90"), Price.of("2.10"), bidSize, askSize))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative");
    }
}
