package io.opspipeline.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingHaltTest {

    private static final Ticker ALFA = Ticker.of("ALFA");
    private static final Instant AT = Instant.parse("2026-11-19T14:42:30Z");
    private static final TradingHalt HALT = new TradingHalt(ALFA, true, "volatility pause", AT);
    private static final TradingHalt END = new TradingHalt(ALFA, false, "trading resumption", AT);

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T14:41:00Z, true",
        "2026-11-19T14:42:00Z, true",
        "2026-11-19T14:42:30Z, false",
        "2026-11-19T14:43:00Z, false"
    })
    void endsWithTheFirstBarAfterIt(Instant start, boolean isHalted) {
        Price price = Price.of("1.00");
        Bar bar = new Bar(ALFA, start, price, price, price, price, 1);

        assertThat(HALT.isHalted(Optional.of(bar))).isEqualTo(isHalted);
        assertThat(END.isHalted(Optional.of(bar))).isFalse();
    }

    @Test
    void isOnWithoutAnyBar() {
        assertThat(HALT.isHalted(Optional.empty())).isTrue();
        assertThat(END.isHalted(Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "29, true", "30, false"})
    void settlesForAWhileAfterItsEnd(int seconds, boolean isSettling) {
        Duration settling = Duration.ofSeconds(30);
        Instant now = AT.plusSeconds(seconds);

        assertThat(END.isSettling(settling, now)).isEqualTo(isSettling);
        assertThat(HALT.isSettling(settling, now)).isFalse();
    }
}
