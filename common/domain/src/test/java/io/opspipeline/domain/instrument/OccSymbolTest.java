package io.opspipeline.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.money.Price;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccSymbolTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void readsTheFourPartsOfASymbol() {
        assertThat(OccSymbol.parse("AAPL250620C00100000"))
                .isEqualTo(
                        new OccSymbol(
                                "AAPL", LocalDate.of(2025, 6, 20), Right.CALL, Price.of("100")));
        assertThat(OccSymbol.parse("SPY250103P00587500").strike()).isEqualTo(Price.of("587.5"));
        assertThat(OccSymbol.parse("F250103P00009990").underlying()).isEqualTo(Ticker.of("F"));
    }

    @Test
    void readsWhatItPrints() {
        Seeds.check(
                10_000,
                random -> {
                    var symbol = any(random);

                    assertThat(OccSymbol.parse(symbol.toString())).isEqualTo(symbol);
                });
    }

    @Test
    void printsWhatItRead() {
        Seeds.check(
                10_000,
                random -> {
                    var text = any(random).toString();

                    assertThat(OccSymbol.parse(text)).hasToString(text);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAPL",
                "AAPL250620C0010000",
                "AAPL250620C001000000",
                "AAPL250620X00100000",
                "AAPL250631C00100000",
                "AAPL251320C00100000",
                "AAPL250620C00000000",
                "aapl250620C00100000",
                "TOOLONG250620C00100000",
                " AAPL250620C00100000",
                "250620C00100000"
            })
    void refusesAnythingElse(String text) {
        assertThat(OccSymbol.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> OccSymbol.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0001", "100000", "12.3456"})
    void refusesAStrikeThatHasNoForm(String strike) {
        assertThatThrownBy(() ->
                        new OccSymbol(
                                "AAPL", LocalDate.of(2025, 6, 20), Right.CALL, Price.of(strike)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strike");
    }

    private static OccSymbol any(RandomGenerator random) {
        return new OccSymbol(
                root(random),
                LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_525)),
                random.nextBoolean() ? Right.CALL : Right.PUT,
                new Price(BigDecimal.valueOf(1 + random.nextInt(99_999_999), 3)));
    }

    private static String root(RandomGenerator random) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(_ -> LETTERS.charAt(random.nextInt(LETTERS.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
