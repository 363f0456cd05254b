package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.job.JobName;
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
/// within two periods, of its account where it has one, a daily one within ten minutes of its time.
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
                .map(account -> late(past, job, account, moment))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> late(
            RunHistory past, JobName job, Optional<Account> account, HealthMoment moment) {
        Optional<AccountId> id = account.map(Account::id);
        Optional<Instant> last = past.lastDone(job, id).map(LastRun::finishedAt);
        String who = job.label() + id.map(each -> " of " + each).orElse("") + " ";
        JobTimes times = host.times(job);
        return times.schedule().at().isPresent()
                ? lateDaily(times, last, moment).map(who::concat)
                : latePeriodic(times.period(account), last, moment).map(who::concat);
    }

    private static Optional<String> latePeriodic(
            Duration period, Optional<Instant> last, HealthMoment moment) {
        return Optional.of(moment.lag(last, period.multipliedBy(PERIODS)))
                .filter(reading -> moment.session().isPresent() && !reading.isGood())
                .map(HealthReading::detail);
    }

    private static Optional<String> lateDaily(
            JobTimes times, Optional<Instant> last, HealthMoment moment) {
        Instant midnight = NewYork.startOf(NewYork.dateOf(moment.asOf()));
        Instant due = times.atOrAfter(midnight);
        boolean isLate = !due.plus(GRACE).isAfter(moment.asOf());
        return Optional.of("was due at " + due)
                .filter(_ -> isLate && last.filter(at -> !at.isBefore(due)).isEmpty());
    }
}
