package io.opspipeline.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @DisplayName("A-87: a put gains when its underlying falls")
    @CsvSource({"NVDA250117C00130000, 1", "NVDA250117P00130000, -1", "NVDA, 1"})
    void gainsInItsDirection(String symbol, int direction) {
        var instrument = Instrument.ofSymbol(symbol);

        assertThat(instrument.type().direction()).isEqualTo(direction);
        if (instrument instanceof Instrument.Option(OccSymbol contract)) {
            assertThat(contract.right().direction()).isEqualTo(direction);
        }
    }

    @Test
    void sortsSymbolsByTheirLetters() {
        assertThat(Stream.of("NVDA", "AAPL").map(Ticker::of).sorted())
                .containsExactly(Ticker.of("AAPL"), Ticker.of("NVDA"));
        assertThat(
                        Stream.of("SPY250117C00590000", "NVDA250117P00130000")
                                .map(OccSymbol::parse)
                                .sorted())
                .extracting(OccSymbol::toString)
                .containsExactly("NVDA250117P00130000", "SPY250117C00590000");
    }

    @Test
    void tradesAStockUnderItsTicker() {
        assertThat(Instrument.ofSymbol("BRK.B").symbol()).isEqualTo("BRK.B");
    }
}
