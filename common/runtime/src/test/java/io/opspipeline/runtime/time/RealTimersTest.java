package io.opspipeline.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.time.TimerKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RealTimersTest {

    private static final TimerKey KEY = new TimerKey(Stage.STREAM, Optional.empty(), "test");

    private final SettableClock clock = new SettableClock(Clock.systemUTC());
    private final RealTimers timers = new RealTimers(clock, Pace.REAL);

    @AfterEach
    void close() {
        timers.close();
    }

    @Test
    @DisplayName("A-110: a call that throws is counted and later calls still come")
    void goesOnAfterAFailure() throws InterruptedException {
        var called = new CountDownLatch(1);
        timers.at(
                clock.instant(),
                KEY,
                () -> {
                    throw new IllegalStateException("broken on purpose");
                });
        timers.at(clock.instant().plusMillis(20), KEY, called::countDown);

        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(timers.failures()).isEqualTo(1);
    }

    @Test
    void doesNotCallWhatWasCancelled() throws InterruptedException {
        var cancelled = new AtomicBoolean();
        var after = new CountDownLatch(1);
        timers.at(clock.instant().plusMillis(30), KEY, () -> cancelled.set(true)).cancel();
        timers.at(clock.instant().plusMillis(60), KEY, after::countDown);

        assertThat(after.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(cancelled).isFalse();
    }

    @Test
    @DisplayName("fault CLOCK-SKEW: a call comes as soon as ever when the clock is set back")
    void callsThoughTheClockIsSetBack() throws InterruptedException {
        var called = new CountDownLatch(1);
        timers.at(clock.instant().plusMillis(500), KEY, called::countDown);
        clock.set(Duration.ofMinutes(-40));
        var later = new CountDownLatch(1);
        timers.at(clock.instant().plusMillis(500), KEY, later::countDown);

        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
