package io.opspipeline.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartRuleTest {

    private static final Duration BRIEFLY = Duration.ofSeconds(1);

    @Test
    void waitsTwiceAsLongEachTimeUpToHalfAMinute() {
        assertThat(
                        Stream.iterate(
                                        RestartRule.next(Duration.ZERO, BRIEFLY),
                                        before -> RestartRule.next(before, BRIEFLY))
                                .limit(10)
                                .map(Duration::toMillis))
                .containsExactly(
                        200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 30_000L,
                        30_000L);
    }

    @Test
    void beginsAnewWhenItRanForAMinute() {
        assertThat(RestartRule.next(Duration.ofSeconds(30), Duration.ofSeconds(60)))
                .isEqualTo(Duration.ofMillis(200));
    }
}
