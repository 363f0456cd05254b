package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealTimers;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LanesOfAccountsTest {

    private static final long PATIENCE_SECONDS = 30;

    private final VirtualTime clock = new VirtualTime(Instant.parse("2026-11-19T15:00:00Z"));
    private final MemoryRuns runs = new MemoryRuns();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    @Test
    @DisplayName("A-105: while a run of one account hangs, those of the other start and end")
    void hangsAlone() throws InterruptedException {
        var job =
                new ScriptedJob(
                        JobName.DISPATCHER, tick -> work(tick.account().orElseThrow() + ""));
        try (var timers = new RealTimers(clock, Pace.REAL);
                var host = host(job, timers)) {
            for (int second = 1; second <= 3; second++) {
                host.wake(JobName.DISPATCHER, clock.instant());
                assertThat(ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("tiny");
                clock.runUntil(clock.instant().plusSeconds(1));
            }
            assertThat(job.ticks()).filteredOn(tick -> isLarge(tick.account() + "")).hasSize(1);
            answer.countDown();
            assertThat(ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("large");
        }
    }

    private void work(String account) {
        try {
            if (isLarge(account) && !answer.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no answer");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        ended.add(account);
    }

    private static boolean isLarge(String account) {
        return account.contains("large");
    }

    private JobHost host(ScriptedJob job, RealTimers timers) {
        return new JobHost(
                new JobRunner("dispatcher", List.of(job), runs, new MemoryLeases(), clock),
                new AccountScope(MemoryAccounts.largeAndTiny(), Optional.empty()),
                SessionCalendar.nyse(),
                timers,
                clock);
    }
}
