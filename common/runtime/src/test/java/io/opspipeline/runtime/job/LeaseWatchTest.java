package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealTimers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeaseWatchTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final Clock MID_MINUTE = at("2026-11-19T15:00:20Z");
    private static final Clock NIGHT = at("2026-11-20T02:00:20Z");

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final MemoryRuns runs = new MemoryRuns();

    @Test
    @DisplayName("A-109, incident 73: a standby takes over a dead owner's job and runs it at once")
    void takesOverAndRunsAtOnce() throws InterruptedException {
        owners.put("DISPATCHER Optional[large]", "dead");
        try (var standby = new Instance(new MemoryLeases(owners, "standby"), MID_MINUTE)) {
            standby.begin();
            standby.awaitLooks(2);
            assertThat(standby.job.rest()).isEmpty();

            owners.clear();
            assertThat(standby.job.next()).isEqualTo("taken large");
            assertThat(standby.job.next()).isEqualTo("WAKE large");
        }
    }

    @Test
    @DisplayName(
            "incident 53: a service that starts in mid-minute runs at once, not at the next tick")
    void runsAtTheStart() throws InterruptedException {
        try (var process = new Instance(new MemoryLeases(owners, "one"), MID_MINUTE)) {
            process.begin();
            assertThat(process.job.next()).isEqualTo("taken large");
            assertThat(process.job.next()).isEqualTo("WAKE large");
            process.awaitLooks(3);
            assertThat(process.job.rest()).isEmpty();
        }
    }

    @Test
    void runsNothingAtNight() throws InterruptedException {
        try (var process = new Instance(new MemoryLeases(owners, "one"), NIGHT)) {
            process.begin();
            process.awaitLooks(2);
            assertThat(process.job.rest()).containsExactly("taken large");
        }
    }

    @Test
    @DisplayName("fault DB-FAILOVER-MID-TX: leases that cannot be reached are tried until they can")
    void goesOnAfterFailures() throws InterruptedException {
        var memory = new MemoryLeases(owners, "one");
        var failures = new AtomicInteger(2);
        Leases late =
                (job, account) -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("database is down");
                    }
                    return memory.acquire(job, account);
                };
        try (var process = new Instance(late, MID_MINUTE)) {
            process.begin();
            assertThat(process.job.next()).isEqualTo("taken large");
            assertThat(process.job.next()).isEqualTo("WAKE large");
        }
    }

    @Test
    @DisplayName("A-105: an account that cannot begin, however long, costs the others nothing")
    void keepsTheOthersWhenOneCannotBegin() throws InterruptedException {
        try (var process = new Instance(new MemoryLeases(owners, "one"), NIGHT)) {
            process.accounts.add("tiny", Duration.ofMinutes(1), true);
            process.job.beforeTaken =
                    account -> {
                        if (!account.equals(LARGE)) {
                            throw new IllegalStateException("broken on purpose");
                        }
                    };
            process.begin();
            process.awaitLooks(2 * 60);

            assertThat(process.job.rest()).containsExactly("taken large");
        }
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    /// One instance of the dispatcher.
    private final class Instance implements AutoCloseable {

        private final MemoryAccounts accounts = new MemoryAccounts();
        private final OwnedJob job = new OwnedJob();
        private final CountedLooks looks;
        private final RealTimers timers;
        private final JobHost host;
        private final LeaseWatch watch;

        private Instance(Leases leases, Clock clock) {
            accounts.add("large", Duration.ofMinutes(1), true);
            timers = new RealTimers(clock, Pace.REAL);
            looks = new CountedLooks(leases);
            host =
                    new JobHost(
                            new JobRunner("dispatcher", List.of(job), runs, looks, clock),
                            new AccountScope(accounts, Optional.empty()),
                            SessionCalendar.nyse(),
                            timers,
                            clock);
            watch = new LeaseWatch(host, Duration.ofMillis(20), Duration.ofSeconds(1));
        }

        private void begin() {
            host.walk();
            watch.start();
        }

        private void awaitLooks(int count) throws InterruptedException {
            looks.await(count);
        }

        @Override
        public void close() {
            watch.close();
            host.close();
            timers.close();
        }
    }
}
