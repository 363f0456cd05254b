package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobLaneTest {

    private static final Instant NOW = Instant.parse("2026-11-19T15:00:00Z");

    private final VirtualTime time = new VirtualTime(NOW);

    @Test
    @DisplayName("A-111: while a run is on, only the newest tick of each cause waits for it")
    void keepsTheNewestTickOfEachCause() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var job =
                new ScriptedJob(
                        JobName.FEATURES,
                        _ -> {
                            begun.countDown();
                            await(release);
                        });
        JobLane lane = lane(job);
        Thread first = Thread.ofVirtual().start(() -> lane.offer(Cause.SCHEDULE, NOW));
        await(begun);

        lane.offer(Cause.WAKE, NOW.minusSeconds(3));
        lane.offer(Cause.WAKE, NOW.minusSeconds(1));
        lane.offer(Cause.WAKE, NOW.minusSeconds(2));
        lane.offer(Cause.SCHEDULE, NOW.plusSeconds(60));
        assertThat(job.ticks()).hasSize(1);
        release.countDown();
        first.join();

        assertThat(job.ticks())
                .extracting(Tick::scheduledFor)
                .containsExactly(NOW, NOW.plusSeconds(60), NOW.minusSeconds(1));
    }

    @Test
    void dropsATickAsOldAsItsPeriod() {
        var job = new ScriptedJob(JobName.FEATURES);
        JobLane lane = lane(job);

        lane.offer(Cause.WAKE, NOW.minusSeconds(60));
        lane.offer(Cause.WAKE, NOW.minusSeconds(59));

        assertThat(job.ticks())
                .extracting(Tick::scheduledFor)
                .containsExactly(NOW.minusSeconds(59));
    }

    @Test
    @DisplayName("incident 53: what escapes a run does not keep the lane")
    void runsAgainAfterWhatEscapes() {
        var failures = new AtomicInteger(1);
        var job = new ScriptedJob(JobName.FEATURES);
        JobLane lane = lane(job, failing(failures));

        assertThatThrownBy(() -> lane.offer(Cause.SCHEDULE, NOW))
                .isInstanceOf(OutOfMemoryError.class);
        lane.offer(Cause.SCHEDULE, NOW.plusSeconds(60));

        assertThat(job.ticks()).extracting(Tick::scheduledFor).containsExactly(NOW.plusSeconds(60));
    }

    private JobLane lane(ScriptedJob job) {
        return lane(job, time);
    }

    private JobLane lane(ScriptedJob job, Clock clock) {
        var runner =
                new JobRunner("test", List.of(job), new MemoryRuns(), new MemoryLeases(), time);
        return new JobLane(
                job.name(), Optional.empty(), Duration.ofMinutes(1), runner, time, clock);
    }

    /// A clock that cannot be read so often.
    private Clock failing(AtomicInteger failures) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return time.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (failures.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("for a test");
                }
                return time.instant();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
