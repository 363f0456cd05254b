package io.opspipeline.market.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeToExpiryTest {

    private static final Instant CLOSE = Instant.parse("2026-11-20T21:00:00Z");

    @Test
    void countsMinutesOfAYearOf365Days() {
        assertThat(TimeToExpiry.years(CLOSE.minus(Duration.ofDays(365)), CLOSE)).isEqualTo(1);
        assertThat(TimeToExpiry.years(CLOSE.minusSeconds(90), CLOSE)).isEqualTo(1.5 / 525_600);
    }

    @Test
    void refusesAnExpiredOption() {
        assertThatThrownBy(() -> TimeToExpiry.years(CLOSE, CLOSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expired at 2026-11-20T21:00:00Z");
    }
}
