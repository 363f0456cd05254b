package io.opspipeline.local.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final Instant DUE = Instant.parse("2025-06-12T14:00:00Z");

    @Test
    @DisplayName("A-120: pauses grow from 5 s to 5 min, and end after 24 h")
    void growsItsPauses() {
        RetryPlan plan = RetryPlan.standard();

        assertThat(
                        IntStream.of(1, 2, 3, 6, 7, 100)
                                .mapToObj(attempt ->
                                        Duration.between(
                                                DUE, plan.next(attempt, DUE, DUE).orElseThrow())))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 160L, 300L, 300L);
        assertThat(plan.next(300, DUE, DUE.plus(Duration.ofHours(24)).minusSeconds(301)))
                .isPresent();
        assertThat(plan.next(300, DUE, DUE.plus(Duration.ofHours(24)).minusSeconds(300))).isEmpty();
    }
}
