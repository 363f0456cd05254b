package io.opspipeline.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    private static final Instant START = Instant.parse("2025-01-02T15:00:00Z");

    @Test
    void agesFromItsEnd() {
        var bar = bar("10", "11", "9", "10.50", 0);

        assertThat(bar.end()).isEqualTo("2025-01-02T15:01:00Z");
        assertThat(bar.age(START.plusSeconds(90))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void mayStandStill() {
        assertThat(bar("10", "10", "10", "10", 100).volume()).isEqualTo(100);
    }

    @ParameterizedTest
    @DisplayName("A bar whose prices are out of order cannot exist")
    @CsvSource({"10, 9, 11, 10", "12, 11, 9, 10", "8, 11, 9, 10", "10, 11, 9, 12", "10, 11, 9, 8"})
    void refusesPricesOutOfOrder(String open, String high, String low, String close) {
        assertThatThrownBy(() -> bar(open, high, low, close, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of order");
    }

    @Test
    void refusesANegativeVolume() {
        assertThatThrownBy(() -> bar("10", "11", "9", "10", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("volume -1");
    }

    private static Bar bar(String open, String high, String low, String close, long volume) {
        return new Bar(
                Ticker.of("NVDA"),
                START,
                Price.of(open),
                Price.of(high),
                Price.of(low),
                Price.of(close),
                volume);
    }
}
