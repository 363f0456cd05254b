package io.opspipeline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarketTimeTest {

    @Test
    void showsSecondsAlways() {
        Instant open = Instant.parse("2025-06-12T13:30:00Z");

        assertThat(MarketTime.time(open)).isEqualTo("09:30:00");
        assertThat(MarketTime.dated(open.plusMillis(1_500))).isEqualTo("2025-06-12 09:30:01");
    }

    @Test
    void tellsAnAgeInTwoUnitsAtMost() {
        assertThat(MarketTime.age(Duration.ofSeconds(45))).isEqualTo("45s");
        assertThat(MarketTime.age(Duration.ofSeconds(305))).isEqualTo("5m");
        assertThat(MarketTime.age(Duration.ofMinutes(80))).isEqualTo("1h 20m");
        assertThat(MarketTime.age(Duration.ofHours(25))).isEqualTo("25h 0m");
    }
}
