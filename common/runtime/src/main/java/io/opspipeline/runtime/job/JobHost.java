package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// The jobs of one service: walks their part of [JobSchedule], and starts them when they are woken.
/// It works on whatever clock and timers it is given, real or virtual.
public final class JobHost implements AutoCloseable {

    private final JobRunner runner;
    private final AccountScope accounts;
    private final SessionCalendar calendar;
    private final Timers timers;
    private final Clock clock;
    private final Map<LaneKey, JobLane> lanes = new ConcurrentHashMap<>();
    private volatile boolean walking;

    /// A host that stands still until it walks.
    public JobHost(
            JobRunner runner,
            AccountScope accounts,
            SessionCalendar calendar,
            Timers timers,
            Clock clock) {
        this.runner = runner;
        this.accounts = accounts;
        this.calendar = calendar;
        this.timers = timers;
        this.clock = clock;
    }

    /// The jobs it has.
    public Set<JobName> jobs() {
        return runner.jobs();
    }

    /// How its runs ended so far.
    public RunCounts counts() {
        return runner.counts();
    }

    /// Starts to walk the schedule, from now on, what is due now included.
    public void walk() {
        walking = true;
        jobs().stream().sorted().forEach(job -> arm(times(job), clock.instant(), true));
    }

    /// Takes the leases of all its jobs that are free.
    ///
    /// @throws RuntimeException when that failed for one; the others were tried
    public void takeLeases() {
        forEachOwner((job, account) -> runner.take(job, account.map(Account::id)));
    }

    /// Takes the leases that are free, and starts what came to us that way: an owner that died left
    /// work behind, and rows may wait. A lease that is held is confirmed.
    ///
    /// @throws RuntimeException when that failed for one; the others were tried
    void claim() {
        forEachOwner((job, account) -> {
            if (runner.take(job, account.map(Account::id)) == Ownership.Held.TAKEN) {
                begin(times(job), account);
            }
        });
    }

    /// Lets go the jobs of which nobody knew for so long whether they are still ours.
    ///
    /// @param longest real time
    void letDoubtfulGo(Duration longest) {
        runner.letDoubtfulGo(longest);
    }

    /// Wakes a job that rows may wait for, in session: outside of it nothing is due.
    void wakeInSession(JobName job) {
        Instant now = clock.instant();
        if (calendar.isOpen(now)) {
            wake(job, now);
        }
    }

    /// Wakes a job, for each of its accounts.
    ///
    /// @param asOf the time of the run that committed the rows
    void wake(JobName job, Instant asOf) {
        start(times(job), Cause.WAKE, asOf, _ -> true);
    }

    /// Starts a job now, because a person asked for it; one that runs already is followed by
    /// another run. Its entry in the run ledger is a wake-up at the present.
    ///
    /// @param account whose run; empty for a job that does not run per account
    /// @return what the run is scheduled for
    public Instant request(JobName job, Optional<AccountId> account) {
        // As exact as the run ledger keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        JobTimes times = times(job);
        timers.at(
                now,
                key(times, account, "request"),
                () -> lane(times, account, times.period()).offer(Cause.WAKE, now));
        return now;
    }

    /// Stops walking and gives the leases back.
    @Override
    public void close() {
        walking = false;
        runner.close();
    }

    /// What is done every few minutes is done at once; what has its time of day waits for it.
    private void begin(JobTimes times, Optional<Account> account) {
        Instant now = clock.instant();
        if (walking && times.schedule().every().isPresent() && calendar.isOpen(now)) {
            enqueue(times, account, Cause.WAKE, now);
        }
    }

    private void forEachOwner(BiConsumer<JobName, Optional<Account>> action) {
        Optional<RuntimeException> failure = Optional.empty();
        for (JobName job : jobs().stream().sorted().toList()) {
            for (Optional<Account> account : accounts.owners(job)) {
                try {
                    action.accept(job, account);
                } catch (RuntimeException e) {
                    failure = Optional.of(e);
                }
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void arm(JobTimes times, Instant from, boolean inclusive) {
        Instant due = inclusive ? times.atOrAfter(from) : times.after(from);
        timers.at(due, key(times, Optional.empty(), "due"), () -> fire(times, due));
    }

    /// Re-arms first, so that nothing a job does can stop the schedule. A time that has not come is
    /// one of before the clock was set back; the schedule goes on from what it shows now.
    private void fire(JobTimes times, Instant due) {
        if (!walking) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            arm(times, now, true);
            return;
        }
        arm(times, now, false);
        Instant slot = times.latestPassed(due, now);
        start(times, Cause.SCHEDULE, slot, account -> isDue(times, slot, account));
    }

    private void start(
            JobTimes times, Cause cause, Instant scheduledFor, Predicate<Account> included) {
        if (times.schedule().perAccount()) {
            accounts.served().stream()
                    .filter(included)
                    .forEach(account -> enqueue(times, Optional.of(account), cause, scheduledFor));
        } else {
            lane(times, Optional.empty()).offer(cause, scheduledFor);
        }
    }

    private void enqueue(
            JobTimes times, Optional<Account> account, Cause cause, Instant scheduledFor) {
        JobLane lane = lane(times, account);
        timers.at(
                clock.instant(),
                key(times, account.map(Account::id), cause.name()),
                () -> lane.offer(cause, scheduledFor));
    }

    private static boolean isDue(JobTimes times, Instant slot, Account account) {
        Duration period = times.period(Optional.of(account));
        return period.equals(times.period()) || times.isDue(slot, period);
    }

    private JobLane lane(JobTimes times, Optional<Account> account) {
        return lane(times, account.map(Account::id), times.period(account));
    }

    private JobLane lane(JobTimes times, Optional<AccountId> account, Duration period) {
        JobName job = times.schedule().job();
        return lanes.computeIfAbsent(
                new LaneKey(job, account),
                _ -> new JobLane(job, account, period, runner, timers, clock));
    }

    /// When a job is due.
    JobTimes times(JobName job) {
        return new JobTimes(JobSchedule.of(job), calendar);
    }

    private static TimerKey key(JobTimes times, Optional<AccountId> account, String why) {
        JobSchedule schedule = times.schedule();
        return new TimerKey(schedule.stage(), account, schedule.job().label() + " " + why);
    }

    private record LaneKey(JobName job, Optional<AccountId> account) {}
}
