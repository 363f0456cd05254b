package io.opspipeline.dispatcher;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.persistence.job.LeaseOwner;
import io.opspipeline.persistence.job.PostgresLeases;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.runtime.job.AccountScope;
import io.opspipeline.runtime.job.JobDirectory;
import io.opspipeline.runtime.job.JobHost;
import io.opspipeline.runtime.job.JobRunner;
import io.opspipeline.runtime.job.LeaseWatch;
import io.opspipeline.runtime.job.RunOutcome;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealTimers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// A dispatcher with leases and a schedule of its own, as a process has them.
final class EntryInstance implements AutoCloseable {

    private final EntryDesk desk;
    private final PostgresLeases leases;
    private final EntryProcess process;
    private final JobRunner runner;
    private final JobHost host;
    private final RealTimers timers;
    private final LeaseWatch watch;
    private volatile boolean isDead;

    EntryInstance(EntryDesk desk, String name, DataSource sessions) {
        this.desk = desk;
        leases = new PostgresLeases(sessions, new LeaseOwner(name), desk.time);
        process = new EntryProcess(desk, leases);
        runner =
                new JobRunner(
                        "dispatcher", List.of(process.job()), desk.runs(), this::lease, desk.time);
        timers = new RealTimers(desk.time, Pace.REAL);
        host =
                new JobHost(
                        runner,
                        new AccountScope(desk.accounts, Optional.empty()),
                        SessionCalendar.nyse(),
                        timers,
                        desk.time);
        watch = new LeaseWatch(host);
    }

    /// Runs by itself from now on.
    EntryInstance begin() {
        host.walk();
        watch.start();
        return this;
    }

    /// Brings what other processes announce to its job.
    WakeUpListener listener() {
        var directory = new JobDirectory();
        directory.register(host);
        return new WakeUpRouter(directory, timers, desk.time);
    }

    /// Runs the job for an account, now, if it owns it.
    RunOutcome run(AccountId account) {
        Instant now = desk.time.instant();
        return runner.run(new Tick(JobName.DISPATCHER, Optional.of(account), Cause.WAKE, now, now));
    }

    /// Takes the lease of an account, if it is free, and does nothing more.
    boolean take(AccountId account) {
        return leases.acquire(JobName.DISPATCHER, Optional.of(account)).isPresent();
    }

    private Optional<Leases.Lease> lease(JobName job, Optional<AccountId> account) {
        if (isDead) {
            throw new Crash();
        }
        return leases.acquire(job, account);
    }

    /// Ends as `kill -9` ends it: nothing is given back, and its sessions are gone.
    void kill() {
        isDead = true;
        watch.close();
        timers.close();
        process.die();
        leases.close();
    }

    @Override
    public void close() {
        watch.close();
        host.close();
        timers.close();
    }
}
