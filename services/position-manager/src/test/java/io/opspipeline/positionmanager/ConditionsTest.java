package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.positionmanager.rules.Flattening;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final Ticker NVDA = Ticker.of("NVDA");

    @ParameterizedTest
    @DisplayName("The underlying is its newest bar of at most 120 s, and never a price of zero")
    @CsvSource({"100, 120, true", "100, 121, false", "0, 10, false"})
    void readsTheUnderlying(String close, int age, boolean isKnown) {
        Instant now = Desk.NOON;
        Price price = Price.of(close);
        Instant start = now.minusSeconds(age).minus(Bar.LENGTH);
        Bar bar = new Bar(NVDA, start, price, price, price, price, 1);
        var conditions =
                new Conditions(
                        SessionCalendar.nyse().sessionAt(now).orElseThrow(),
                        new Flattening(false, false),
                        Map.of(NVDA, bar),
                        Set.of());

        assertThat(conditions.underlying(NVDA, Duration.ofMinutes(2), now).isPresent())
                .isEqualTo(isKnown);
        assertThat(conditions.underlying(Ticker.of("AMD"), Duration.ofMinutes(2), now)).isEmpty();
    }
}
