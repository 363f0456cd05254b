package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.RunLedger;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A run that goes on, or begins, after its lease went to another process.
class OutlivedLeaseTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final Optional<AccountId> TINY = Optional.of(new AccountId("tiny"));
    private static final Tick TICK = new Tick(JobName.DISPATCHER, TINY, Cause.SCHEDULE, OPEN, OPEN);

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final MemoryRuns runs = new MemoryRuns();
    private final List<String> events = new ArrayList<>();

    /// What happens while a run is written down, and while it runs.
    private Runnable whileBeginning = () -> {};

    private Runnable whileRunning = () -> {};

    private final JobRunner runner =
            new JobRunner(
                    "test",
                    List.of(new Opening()),
                    new SlowRuns(),
                    new MemoryLeases(owners, "one"),
                    new VirtualTime(OPEN));

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: a lease that is lost before its run begins ends it")
    void doesNotBeginWithoutItsLease() {
        whileBeginning = this::loseTheLease;

        assertThat(runner.run(TICK)).isInstanceOf(RunOutcome.NotRun.class);
        assertThat(events).containsExactly("taken", "released");
        assertThat(runs.runs()).extracting(MemoryRuns.Run::status).containsExactly("FAILED");
    }

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: what a run opens after its lease is lost is let go")
    void letsGoWhatItOpensLate() {
        whileRunning = this::loseTheLease;

        runner.run(TICK);
        assertThat(events).containsExactly("taken", "released", "opened", "released");
    }

    @Test
    @DisplayName("A-109: what a run opens is kept when the lease came back under it")
    void keepsWhatIsOursAgain() {
        whileRunning =
                () -> {
                    loseTheLease();
                    owners.clear();
                    look();
                };

        runner.run(TICK);
        assertThat(events).containsExactly("taken", "released", "taken", "opened");
    }

    /// The watch over the leases finds that another process has it.
    private void loseTheLease() {
        owners.replaceAll((_, _) -> "two");
        look();
    }

    private void look() {
        runner.take(JobName.DISPATCHER, TINY);
    }

    private final class Opening implements Job {
        @Override
        public JobName name() {
            return JobName.DISPATCHER;
        }

        @Override
        public JobResult run(Tick tick) {
            whileRunning.run();
            events.add("opened");
            return JobResult.of(1);
        }

        @Override
        public void taken(Optional<AccountId> account) {
            events.add("taken");
        }

        @Override
        public void released(Optional<AccountId> account) {
            events.add("released");
        }
    }

    private final class SlowRuns implements RunLedger {
        @Override
        public OptionalLong begin(Tick tick, Instant at) {
            OptionalLong run = runs.begin(tick, at);
            whileBeginning.run();
            return run;
        }

        @Override
        public int abandoned(JobName job, Optional<AccountId> account, Instant at) {
            return runs.abandoned(job, account, at);
        }

        @Override
        public void done(long runId, JobResult result, Instant at) {
            runs.done(runId, result, at);
        }

        @Override
        public void failed(long runId, String reason, Instant at) {
            runs.failed(runId, reason, at);
        }
    }
}
