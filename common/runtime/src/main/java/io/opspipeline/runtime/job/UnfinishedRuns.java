package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.RunHistory;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Red while a run of one of the service's jobs has begun long ago and not ended: it hangs, or its
/// process died and nobody took over.
public final class UnfinishedRuns implements HealthSignal {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JobHost host;
    private final AccountScope accounts;
    private final Optional<RunHistory> history;

    /// The unfinished runs of a host's jobs; without a history they are unknown, which is
    /// unhealthy.
    public UnfinishedRuns(JobHost host, AccountScope accounts, Optional<RunHistory> history) {
        this.host = host;
        this.accounts = accounts;
        this.history = history;
    }

    @Override
    public String name() {
        return "runs";
    }

    /// Names every job with such a run.
    @Override
    public HealthReading read(HealthMoment moment) {
        return history.map(past -> read(past, moment))
                .orElseGet(() -> HealthReading.unhealthy("no run history to read"));
    }

    private HealthReading read(RunHistory past, HealthMoment moment) {
        List<String> unfinished =
                host.jobs().stream()
                        .sorted()
                        .flatMap(job -> unfinished(past, job, moment).stream())
                        .toList();
        return unfinished.isEmpty()
                ? HealthReading.healthy("none unfinished for " + LONGEST.toMinutes() + " min")
                : HealthReading.unhealthy(String.join("; ", unfinished));
    }

    private List<String> unfinished(RunHistory past, JobName job, HealthMoment moment) {
        return accounts.owners(job).stream()
                .map(account -> account.map(Account::id))
                .flatMap(account ->
                        past
                                .unfinishedSince(job, account)
                                .filter(since -> since.plus(LONGEST).isBefore(moment.asOf()))
                                .map(since ->
                                        job.label()
                                                + account.map(id -> " of " + id).orElse("")
                                                + " unfinished since "
                                                + since)
                                .stream())
                .toList();
    }
}
