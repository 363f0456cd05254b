package io.opspipeline.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    @Test
    @DisplayName("A-85: incident 8: an option trades under its own symbol, never its underlying's")
    void tradesAnOptionUnderItsOwnSymbol() {
        var option = Instrument.ofSymbol("NVDA250117P00130000");

        assertThat(option.symbol()).isEqualTo("NVDA250117P00130000");
        assertThat(option.ticker()).isEqualTo(Ticker.of("NVDA"));
        assertThat(option.type()).isEqualTo(InstrumentType.PUT);
    }

    @Test
    void takesEverySymbolOfAnotherFormForAStock() {
        assertThat(Instrument.ofSymbol("BRK.B"))
                .isEqualTo(new Instrument.Stock(Ticker.of("BRK.B")));
    }

    @Test
    @DisplayName("A-62: an option is worth a hundred times its price, a stock once")
    void valuesByItsMultiplier() {
        var price = Price.of("2.50");

        assertThat(Instrument.ofSymbol("NVDA250117C00130000").value(price, 4))
                .isEqualTo(Money.of("1000"));
        assertThat(Instrument.ofSymbol("NVDA").value(price, 4)).isEqualTo(Money.of("10"));
    }
}
