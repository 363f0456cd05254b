package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.ports.job.LastRun;
import io.opspipeline.ports.job.RunHistory;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When each job last succeeded, by the run ledger, against when it should have: a periodic job
/// within two periods, a daily one within ten minutes of its time.
public final class JobAges implements HealthSignal {

    private static final int PERIODS = 2;
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final JobHost host;
    private final AccountScope accounts;
    private final Optional<RunHistory> history;

    /// The ages of a host's jobs; without a history they are unknown, which is unhealthy.
    public JobAges(JobHost host, AccountScope accounts, Optional<RunHistory> history) {
        this.host = host;
        this.accounts = accounts;
        this.history = history;
    }

    @Override
    public String name() {
        return "jobs";
    }

    /// Unhealthy when one job is; the detail names every job that is late, or the number of jobs.
    @Override
    public HealthReading read(HealthMoment moment) {
        return history.map(past -> read(past, moment))
                .orElseGet(() -> HealthReading.unhealthy("no run history to read"));
    }

    private HealthReading read(RunHistory past, HealthMoment moment) {
        List<String> late = new ArrayList<>();
        host.jobs().stream().sorted().forEach(job -> late.addAll(late(past, job, moment)));
        if (!late.isEmpty()) {
            return HealthReading.unhealthy(String.join("; ", late));
        }
        return moment.session().isPresent()
                ? HealthReading.healthy(host.jobs().size() + " jobs on time")
                : HealthReading.silent("market closed");
    }

    private List<String> late(RunHistory past, JobName job, HealthMoment moment) {
        return accounts.owners(job).stream()
                .map(account -> late(past, job, account.map(Account::id), moment))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> late(
            RunHistory past, JobName job, Optional<AccountId> account, HealthMoment moment) {
        Optional<Instant> last = past.lastDone(job, account).map(LastRun::finishedAt);
        String who = job.label() + account.map(id -> " of " + id).orElse("") + " ";
        return JobSchedule.of(job).at().isPresent()
                ? lateDaily(job, last, moment).map(who::concat)
                : latePeriodic(job, last, moment).map(who::concat);
    }

    private Optional<String> latePeriodic(
            JobName job, Optional<Instant> last, HealthMoment moment) {
        Duration limit = host.times(job).period().multipliedBy(PERIODS);
        return Optional.of(moment.lag(last, limit))
                .filter(reading -> moment.session().isPresent() && !reading.isGood())
                .map(HealthReading::detail);
    }

    private Optional<String> lateDaily(JobName job, Optional<Instant> last, HealthMoment moment) {
        Instant midnight = NewYork.startOf(NewYork.dateOf(moment.asOf()));
        Instant due = host.times(job).atOrAfter(midnight);
        boolean isLate = !due.plus(GRACE).isAfter(moment.asOf());
        return Optional.of("was due at " + due)
                .filter(_ -> isLate && last.filter(at -> !at.isBefore(due)).isEmpty());
    }
}
