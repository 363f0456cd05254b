package io.opspipeline.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A-103, A-130: fees of a fill by its date")
class FeeTableTest {

    private static final FeeTable FEES = FeeTable.standard();

    @ParameterizedTest
    @CsvSource({
        "NVDA250117C00130000, BUY,  1, 2.50, 2025-01-02, 0.04815",
        "NVDA250117C00130000, SELL, 2, 3.00, 2025-01-02, 0.11856",
        "NVDA250620C00130000, SELL, 2, 3.00, 2025-05-13, 0.11856",
        "NVDA250620C00130000, SELL, 2, 3.00, 2025-05-14, 0.10148",
        "NVDA, BUY,  100, 50.00, 2025-01-02, 0",
        "NVDA, SELL, 100, 50.00, 2025-01-02, 0.1556"
    })
    void chargesBySideAndDate(
            String symbol, Side side, int quantity, String price, LocalDate day, String expected) {
        assertThat(FEES.of(Instrument.ofSymbol(symbol), side, quantity, Price.of(price), day))
                .isEqualTo(Money.of(expected));
    }

    @Test
    void chargesTheWholeAsMuchAsItsParts() {
        var option = Instrument.ofSymbol("NVDA250117C00130000");
        var day = LocalDate.of(2025, 1, 2);
        Seeds.check(
                10_000,
                random -> {
                    var price = new Price(BigDecimal.valueOf(random.nextInt(10_000), 2));
                    var first = 1 + random.nextInt(9);
                    var second = 1 + random.nextInt(9);
                    var parts =
                            FEES.of(option, Side.SELL, first, price, day)
                                    .plus(FEES.of(option, Side.SELL, second, price, day));

                    assertThat(FEES.of(option, Side.SELL, first + second, price, day))
                            .isEqualTo(parts);
                });
    }

    @Test
    void refusesATableWithoutRates() {
        assertThatThrownBy(() -> new FeeTable(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
