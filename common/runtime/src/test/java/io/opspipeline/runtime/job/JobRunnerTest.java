package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.RunLedger;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class JobRunnerTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final Tick FEATURES = tick(JobName.FEATURES, Optional.empty());
    private static final Tick TINY = tick(JobName.DISPATCHER, Optional.of(new AccountId("tiny")));

    private final VirtualTime time = new VirtualTime(OPEN);
    private final MemoryRuns ledger = new MemoryRuns();

    @Test
    void runsATickOnceAndWritesItDown() {
        var features = new ScriptedJob(JobName.FEATURES);
        JobRunner runner = runner(new MemoryLeases(), features);

        assertThat(runner.run(FEATURES)).isEqualTo(new RunOutcome.Done(JobResult.of(1)));
        assertThat(runner.run(FEATURES)).isInstanceOf(RunOutcome.NotRun.class);

        assertThat(features.ticks()).containsExactly(FEATURES);
        assertThat(ledger.runs()).extracting(MemoryRuns.Run::status).containsExactly("DONE");
        assertThat(runner.counts().of(JobName.FEATURES)).isEqualTo(new RunCounts.Count(1, 0, 1));
    }

    @Test
    @DisplayName(
            "A-110, incident 53: whatever a job throws fails that run, is counted, and no more")
    void survivesWhateverAJobThrows() {
        List<Throwable> throwables =
                List.of(
                        new IllegalStateException("no quotes\nat all"),
                        new AssertionError("an exit inside the loop"),
                        new StackOverflowError());
        var next = new ArrayList<>(throwables);
        var broken = new ScriptedJob(JobName.FEATURES, _ -> sneakily(next.removeFirst()));
        JobRunner runner = runner(new MemoryLeases(), broken);

        for (Throwable _ : throwables) {
            assertThat(runner.run(FEATURES)).isInstanceOf(RunOutcome.Failed.class);
        }

        assertThat(runner.counts().of(JobName.FEATURES).failed()).isEqualTo(3);
        assertThat(ledger.runs())
                .extracting(MemoryRuns.Run::reason)
                .containsExactly(
                        "IllegalStateException: no quotes",
                        "AssertionError: an exit inside the loop",
                        "StackOverflowError: null");
    }

    @Test
    @DisplayName("A-110: a ledger that cannot be reached fails the run and not the loop")
    void survivesALedgerThatIsDown() {
        RunLedger down =
                new RunLedger() {
                    @Override
                    public OptionalLong begin(Tick tick, Instant at) {
                        throw new IllegalStateException("database is down");
                    }

                    @Override
                    public int abandoned(JobName job, Optional<AccountId> account, Instant at) {
                        throw new IllegalStateException("database is down");
                    }

                    @Override
                    public void done(long runId, JobResult result, Instant at) {
                        throw new IllegalStateException("database is down");
                    }

                    @Override
                    public void failed(long runId, String reason, Instant at) {
                        throw new IllegalStateException("database is down");
                    }
                };
        var job = new ScriptedJob(JobName.FEATURES);
        var runner = new JobRunner("features", List.of(job), down, new MemoryLeases(), time);

        assertThat(runner.run(FEATURES))
                .isEqualTo(new RunOutcome.Failed("IllegalStateException: database is down"));
        assertThat(job.ticks()).isEmpty();
    }

    @Test
    @DisplayName(
            "A-109, incident 73: of two instances one owns a (job, account); the other takes over")
    void hasOneOwnerPerJobAndAccount() {
        Map<String, String> owners = new ConcurrentHashMap<>();
        var first = new ScriptedJob(JobName.DISPATCHER);
        var second = new ScriptedJob(JobName.DISPATCHER);
        JobRunner owner = runner(new MemoryLeases(owners, "one"), first);
        JobRunner standby = runner(new MemoryLeases(owners, "two"), second);

        owner.run(TINY);
        assertThat(standby.run(minuteLater(TINY)))
                .isEqualTo(new RunOutcome.NotRun("another process owns the job"));
        owner.close();
        standby.run(minuteLater(TINY));

        assertThat(first.ticks()).containsExactly(TINY);
        assertThat(second.ticks()).containsExactly(minuteLater(TINY));
    }

    @Test
    @DisplayName("A-123: lines of a run carry service, job, account and run id")
    void putsTheRunOnItsLines() {
        Map<String, String> seen = new HashMap<>();
        Leases leases = new MemoryLeases();
        var job = new ScriptedJob(JobName.DISPATCHER, _ -> seen.putAll(MDC.getCopyOfContextMap()));

        new JobRunner("dispatcher", List.of(job), ledger, leases, time).run(TINY);

        assertThat(seen)
                .containsOnly(
                        Map.entry("component", "dispatcher"),
                        Map.entry("job", "dispatcher"),
                        Map.entry("account", "tiny"),
                        Map.entry("run", "0"));
        assertThat(MDC.get("run")).isNull();
    }

    private JobRunner runner(Leases leases, ScriptedJob job) {
        return new JobRunner("test", List.of(job), ledger, leases, time);
    }

    private static Tick tick(JobName job, Optional<AccountId> account) {
        return new Tick(job, account, Cause.SCHEDULE, OPEN, OPEN);
    }

    private static Tick minuteLater(Tick tick) {
        Instant later = tick.scheduledFor().plusSeconds(60);
        return new Tick(tick.job(), tick.account(), tick.cause(), later, later);
    }

    /// Throws what a compiler would not let through, as a class path gone wrong does.
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneakily(Throwable throwable) throws T {
        throw (T) throwable;
    }
}
