package io.opspipeline.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionSnapshotTest {

    private static final OccSymbol SYMBOL = OccSymbol.parse("NVDA250117C00130000");

    @Test
    @DisplayName(
            "A-74, incident 4: the larger session volume counts, and an absent one is not zero")
    void takesTheLargerVolume() {
        assertThat(volume(OptionalLong.of(3), OptionalLong.of(9))).hasValue(9);
        assertThat(volume(OptionalLong.of(9), OptionalLong.of(3))).hasValue(9);
        assertThat(volume(OptionalLong.empty(), OptionalLong.of(3))).hasValue(3);
        assertThat(volume(OptionalLong.of(9), OptionalLong.empty())).hasValue(9);
        assertThat(volume(OptionalLong.empty(), OptionalLong.empty())).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("Only 100 shares of the stock that the root names are standard")
    @CsvSource({"NVDA, 100, true", "NVDA, 150, false", "AMD, 100, false"})
    void isStandard(String underlying, int multiplier, boolean expected) {
        var contract =
                new ListedContract(
                        SYMBOL, Ticker.of(underlying), multiplier, true, true, OptionalInt.empty());

        assertThat(contract.isStandard()).isEqualTo(expected);
    }

    private static OptionalLong volume(OptionalLong today, OptionalLong previous) {
        return new OptionSnapshot(
                        SYMBOL,
                        new QuoteReading.Unusable(QuoteFault.MISSING, Instant.EPOCH),
                        today,
                        previous,
                        Map.of(),
                        OptionalDouble.empty(),
                        LocalDate.of(2025, 1, 2))
                .sessionVolume();
    }
}
