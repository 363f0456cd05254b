package io.opspipeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    @Test
    void standsStillUntilMoved() {
        var clock = SettableClock.at("2025-01-02T14:30:00Z");
        clock.advance(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2025-01-02T14:31:00Z"));
    }
}
