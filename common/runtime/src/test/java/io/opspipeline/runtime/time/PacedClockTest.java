package io.opspipeline.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.time.TimerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacedClockTest {

    private static final Instant START = Instant.parse("2026-01-15T14:30:00Z");
    private static final TimerKey KEY = new TimerKey(Stage.STREAM, Optional.empty(), "test");

    @Test
    void timersWaitInItsTime() throws Exception {
        var clock = new PacedClock(START, 3_600);
        try (var timers = new RealTimers(clock, clock)) {
            var called = new CompletableFuture<Instant>();
            timers.at(START.plusSeconds(600), KEY, () -> called.complete(clock.instant()));

            assertThat(called.get(10, TimeUnit.SECONDS)).isAfterOrEqualTo(START.plusSeconds(600));
        }
    }

    @Test
    void aTimerWaitsOnWhenTheClockIsSetBack() throws Exception {
        var clock = new PacedClock(START, 3_600);
        try (var timers = new RealTimers(clock, clock)) {
            var called = new CompletableFuture<Instant>();
            timers.at(START.plusSeconds(300), KEY, () -> called.complete(clock.instant()));
            clock.set(START.minusSeconds(300), 3_600);

            assertThat(called.get(10, TimeUnit.SECONDS)).isAfterOrEqualTo(START.plusSeconds(300));
        }
    }

    @Test
    void aTimerComesSoonerWhenTheClockBeginsToRunFaster() throws Exception {
        var clock = new PacedClock(START, 1);
        try (var timers = new RealTimers(clock, clock)) {
            var called = new CompletableFuture<Instant>();
            timers.at(START.plusSeconds(300), KEY, () -> called.complete(clock.instant()));
            clock.set(clock.instant(), 3_600);

            assertThat(called.get(10, TimeUnit.SECONDS)).isAfterOrEqualTo(START.plusSeconds(300));
        }
    }

    @Test
    void aMinuteAtSixtyTimesTheSpeedIsASecond() {
        assertThat(new PacedClock(START, 60).real(Duration.ofMinutes(1)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesToStand() {
        assertThatThrownBy(() -> new PacedClock(START, 0))
                .hasMessage("speed must be above 0, was 0.0");
    }
}
