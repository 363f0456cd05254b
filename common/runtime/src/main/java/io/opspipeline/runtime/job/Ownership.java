package io.opspipeline.runtime.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.ports.job.Job;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.ports.job.RunLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Which jobs of which accounts this process owns. Leases are kept until it closes, so that a job
/// has one owner and not a new one every minute.
final class Ownership implements AutoCloseable {

    private final Leases leases;
    private final RunLedger ledger;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<Key, Seat> seats = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// @param clock tells when the runs of an owner before were given up
    /// @param nanos real time that passes
    Ownership(Leases leases, RunLedger ledger, Clock clock, LongSupplier nanos) {
        this.leases = leases;
        this.ledger = ledger;
        this.clock = clock;
        this.nanos = nanos;
    }

    /// Takes the lease, or finds whether it is still held.
    ///
    /// @throws RuntimeException when the leases cannot be reached, or the job could not begin; what
    ///   was held before is still held then
    Held take(Job job, Optional<AccountId> account) {
        return seat(job, account).take();
    }

    /// True while the job is ours, as far as that is known: nobody is asked.
    boolean isOurs(Job job, Optional<AccountId> account) {
        return seat(job, account).isHeld();
    }

    /// Lets go what a run opened that ended after the job was let go.
    void ended(Job job, Optional<AccountId> account) {
        seat(job, account).letGoIfLost();
    }

    /// Lets go what nobody could confirm for so long: another process may have it. A lease that was
    /// confirmed meanwhile stays, whatever became of the others.
    ///
    /// @param longest real time
    void letDoubtfulGo(Duration longest) {
        seats.values().forEach(seat -> seat.letGoIfSilent(longest));
    }

    /// Gives every lease back, for good.
    @Override
    public void close() {
        closed = true;
        seats.values().forEach(Seat::giveBack);
    }

    private Seat seat(Job job, Optional<AccountId> account) {
        return seats.computeIfAbsent(new Key(job.name(), account), _ -> new Seat(job, account));
    }

    /// How it stands with a lease.
    enum Held {
        /// It was taken just now.
        TAKEN,
        /// It is held as before.
        KEPT,
        /// Another process has it.
        ELSEWHERE
    }

    private record Key(JobName job, Optional<AccountId> account) {}

    /// One (job, account); one thread at a time takes it or lets it go.
    private final class Seat {

        private final Job job;
        private final Optional<AccountId> account;
        private Optional<Leases.Lease> held = Optional.empty();
        private long sureAt = nanos.getAsLong();

        private Seat(Job job, Optional<AccountId> account) {
            this.job = job;
            this.account = account;
        }

        private synchronized Held take() {
            Optional<Leases.Lease> lease =
                    closed ? Optional.empty() : leases.acquire(job.name(), account);
            sureAt = nanos.getAsLong();
            if (lease.isEmpty()) {
                letGo();
                return Held.ELSEWHERE;
            }
            if (held.equals(lease)) {
                return Held.KEPT;
            }
            boolean wasOurs = held.filter(old -> old.term() == lease.get().term()).isPresent();
            if (!wasOurs) {
                letGo();
                begin();
            }
            held = lease;
            return Held.TAKEN;
        }

        private void begin() {
            ledger.abandoned(job.name(), account, clock.instant());
            job.taken(account);
        }

        private synchronized boolean isHeld() {
            return held.isPresent();
        }

        private synchronized void letGoIfLost() {
            if (held.isEmpty()) {
                job.released(account);
            }
        }

        private synchronized void letGo() {
            if (held.isPresent()) {
                held = Optional.empty();
                job.released(account);
            }
        }

        private synchronized void letGoIfSilent(Duration longest) {
            if (nanos.getAsLong() - sureAt > longest.toNanos()) {
                letGo();
            }
        }

        private synchronized void giveBack() {
            Optional<Leases.Lease> lease = held;
            letGo();
            lease.ifPresent(Leases.Lease::close);
        }
    }
}
