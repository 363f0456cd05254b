package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.RunLedger;
import io.opspipeline.runtime.log.LogContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one tick: lease, entry in the run ledger, the job, its result. Whatever is thrown on the
/// way is a failed run (incident 53).
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final String LET_GO = "the job was let go before the run began";

    private final String service;
    private final Map<JobName, Job> jobs = new EnumMap<>(JobName.class);
    private final RunLedger ledger;
    private final Ownership ownership;
    private final Clock clock;
    private final RunCounts counts = new RunCounts();

    /// A runner of a service's jobs.
    ///
    /// @throws IllegalArgumentException when two jobs have one name
    public JobRunner(
            String service, Collection<Job> jobs, RunLedger ledger, Leases leases, Clock clock) {
        this.service = service;
        this.ledger = ledger;
        this.ownership = new Ownership(leases, ledger, clock, System::nanoTime);
        this.clock = clock;
        for (Job job : jobs) {
            if (this.jobs.put(job.name(), job) != null) {
                throw new IllegalArgumentException("two jobs are named " + job.name().label());
            }
        }
    }

    /// The jobs it can run.
    public Set<JobName> jobs() {
        return Set.copyOf(jobs.keySet());
    }

    /// How its runs ended so far.
    public RunCounts counts() {
        return counts;
    }

    /// Runs a tick and never throws.
    public RunOutcome run(Tick tick) {
        try (var _ = context(tick).open()) {
            RunOutcome outcome = attempt(tick);
            counts.add(tick.job(), outcome);
            return outcome;
        }
    }

    /// Takes the lease of a job, or finds whether it is still held.
    ///
    /// @throws RuntimeException when that cannot be found out, or the job could not begin
    Ownership.Held take(JobName name, Optional<AccountId> account) {
        return ownership.take(job(name), account);
    }

    /// Lets go the jobs of which nobody could say for so long whether their lease is still held.
    ///
    /// @param longest real time
    void letDoubtfulGo(Duration longest) {
        ownership.letDoubtfulGo(longest);
    }

    /// Lets every job go and gives the leases back.
    @Override
    public void close() {
        ownership.close();
    }

    private RunOutcome attempt(Tick tick) {
        try {
            if (take(tick.job(), tick.account()) == Ownership.Held.ELSEWHERE) {
                return new RunOutcome.NotRun("another process owns the job");
            }
            OptionalLong run = ledger.begin(tick, clock.instant());
            return run.isPresent()
                    ? runOwned(tick, run.getAsLong())
                    : new RunOutcome.NotRun("the tick runs, has run, or failed three times");
        } catch (Throwable failure) {
            return failed(tick, failure);
        }
    }

    /// Writing the run down may have taken so long that the lease went to another process.
    private RunOutcome runOwned(Tick tick, long run) {
        try (var _ = LogContext.empty().run(run).open()) {
            try {
                Job job = job(tick.job());
                if (!ownership.isOurs(job, tick.account())) {
                    ledger.failed(run, LET_GO, clock.instant());
                    return new RunOutcome.NotRun(LET_GO);
                }
                JobResult result = run(job, tick);
                ledger.done(run, result, clock.instant());
                LOG.debug("{} of {} {}", result.items(), result.expected(), result.note());
                return new RunOutcome.Done(result);
            } catch (Throwable failure) {
                RunOutcome.Failed outcome = failed(tick, failure);
                ledger.failed(run, outcome.reason(), clock.instant());
                return outcome;
            }
        }
    }

    /// A run that outlives its lease may open what was just closed; nobody else would close it.
    private JobResult run(Job job, Tick tick) {
        try {
            return job.run(tick);
        } finally {
            ownership.ended(job, tick.account());
        }
    }

    private Job job(JobName name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException(service + " has no job " + name.label());
        }
        return job;
    }

    private RunOutcome.Failed failed(Tick tick, Throwable failure) {
        LOG.error("{} failed as of {}", tick.job().label(), tick.asOf(), failure);
        String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new RunOutcome.Failed(failure.getClass().getSimpleName() + ": " + message);
    }

    private LogContext context(Tick tick) {
        LogContext context = LogContext.empty().service(service).job(tick.job());
        return tick.account().map(context::account).orElse(context);
    }
}
