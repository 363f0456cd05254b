package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnfinishedRunsTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final Optional<AccountId> LARGE = Optional.of(new AccountId("large"));

    private final VirtualTime time = new VirtualTime(OPEN);
    private final MemoryRuns runs = new MemoryRuns();
    private final AccountScope accounts =
            new AccountScope(MemoryAccounts.largeAndTiny(), Optional.empty());
    private final JobHost host =
            new JobHost(
                    new JobRunner(
                            "dispatcher",
                            List.of(new ScriptedJob(JobName.DISPATCHER)),
                            runs,
                            new MemoryLeases(),
                            time),
                    accounts,
                    SessionCalendar.nyse(),
                    time,
                    time);

    @Test
    @DisplayName(
            "A-114: a run that has not ended after five minutes is unhealthy, by day and night")
    void isRedOverAnUnfinishedRun() {
        long run =
                runs.begin(new Tick(JobName.DISPATCHER, LARGE, Cause.WAKE, OPEN, OPEN), OPEN)
                        .orElseThrow();
        assertThat(readAfter(300).isGood()).isTrue();
        assertThat(readAfter(301))
                .isEqualTo(
                        HealthReading.unhealthy(
                                "dispatcher of large unfinished since 2026-11-19T14:30:00Z"));

        runs.failed(run, "broken", OPEN.plusSeconds(400));
        assertThat(readAfter(500).isGood()).isTrue();
    }

    @Test
    @DisplayName("A-113: without a run history unfinished runs are unknown, which is unhealthy")
    void isRedWithoutAHistory() {
        var blind = new UnfinishedRuns(host, accounts, Optional.empty());

        assertThat(blind.read(new HealthMoment(OPEN, Optional.empty())).isGood()).isFalse();
    }

    private HealthReading readAfter(int seconds) {
        return new UnfinishedRuns(host, accounts, Optional.of(runs))
                .read(new HealthMoment(OPEN.plusSeconds(seconds), Optional.empty()));
    }
}
