package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.ports.job.Leases;
import io.opspipeline.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final Instant OPEN = Instant.parse("2026-11-19T14:30:00Z");
    private static final Optional<AccountId> LARGE = Optional.of(new AccountId("large"));

    private static final Optional<AccountId> TINY = Optional.of(new AccountId("tiny"));
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private long now;
    private final OwnedJob job = new OwnedJob();
    private final MemoryRuns runs = new MemoryRuns();
    private final ScriptedLeases leases = new ScriptedLeases();
    private final Ownership ownership =
            new Ownership(leases, runs, new VirtualTime(OPEN), this::nanos);

    @Test
    void tellsTheJobOnceThatItIsOurs() {
        leases.term = Optional.of(1L);

        assertThat(take()).isEqualTo(Ownership.Held.TAKEN);
        assertThat(take()).isEqualTo(Ownership.Held.KEPT);
        assertThat(job.rest()).containsExactly("taken large");
    }

    @Test
    @DisplayName("A-109: who finds the lease in other hands closes what the owner had open")
    void letsGoWhatAnotherProcessTook() {
        leases.term = Optional.of(1L);
        take();
        leases.term = Optional.empty();

        assertThat(take()).isEqualTo(Ownership.Held.ELSEWHERE);
        assertThat(take()).isEqualTo(Ownership.Held.ELSEWHERE);
        assertThat(job.rest()).containsExactly("taken large", "released large");
    }

    @Test
    @DisplayName("a session that was lost and found in the same term closes nothing")
    void keepsWhatItHadOpenInTheSameTerm() {
        leases.term = Optional.of(1L);
        take();
        leases.newSession();

        assertThat(take()).isEqualTo(Ownership.Held.TAKEN);
        assertThat(job.rest()).containsExactly("taken large");
    }

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: a lease that changed hands twice begins anew")
    void beginsAnewInAnotherTerm() {
        leases.term = Optional.of(1L);
        take();
        leases.newSession();
        leases.term = Optional.of(3L);

        assertThat(take()).isEqualTo(Ownership.Held.TAKEN);
        assertThat(job.rest()).containsExactly("taken large", "released large", "taken large");
    }

    @Test
    @DisplayName("A-114: the runs that a dead owner left are ended by the next")
    void endsTheRunsOfTheOwnerBefore() {
        runs.begin(new Tick(JobName.DISPATCHER, LARGE, Cause.SCHEDULE, OPEN, OPEN), OPEN);
        leases.term = Optional.of(2L);
        take();

        assertThat(runs.runs()).extracting(MemoryRuns.Run::status).containsExactly("FAILED");
    }

    @Test
    @DisplayName("fault DB-FAILOVER-MID-TX: leases that cannot be reached change nothing at first")
    void keepsWhatItHasWhileNobodyAnswers() {
        leases.term = Optional.of(1L);
        take();
        leases.down = true;
        assertThatThrownBy(this::take).hasMessage("database is down");
        assertThat(job.rest()).containsExactly("taken large");

        now = DOUBT.toNanos();
        ownership.letDoubtfulGo(DOUBT);
        assertThat(job.rest()).isEmpty();
        now++;
        ownership.letDoubtfulGo(DOUBT);
        ownership.letDoubtfulGo(DOUBT);
        assertThat(job.rest()).containsExactly("released large");
        leases.down = false;
        assertThat(take()).isEqualTo(Ownership.Held.TAKEN);
    }

    @Test
    void givesBackOnceAndTakesNothingMore() {
        leases.term = Optional.of(1L);
        take();
        ownership.close();

        assertThat(take()).isEqualTo(Ownership.Held.ELSEWHERE);
        assertThat(job.rest()).containsExactly("taken large", "released large");
        assertThat(leases.givenBack).isEqualTo(1);
    }

    @Test
    @DisplayName("A-105: a seat that nobody confirms goes alone")
    void letsGoOnlyWhatNobodyConfirmed() {
        leases.term = Optional.of(1L);
        ownership.take(job, TINY);
        take();
        job.rest();
        now = DOUBT.toNanos() + 1;
        take();
        ownership.letDoubtfulGo(DOUBT);

        assertThat(job.rest()).containsExactly("released tiny");
    }

    private long nanos() {
        return now;
    }

    private Ownership.Held take() {
        return ownership.take(job, LARGE);
    }

    /// Gives what a test wants.
    private static final class ScriptedLeases implements Leases {

        private Optional<Long> term = Optional.empty();
        private Object session = new Object();
        private boolean down;
        private int givenBack;

        private void newSession() {
            session = new Object();
        }

        @Override
        public Optional<Lease> acquire(JobName name, Optional<AccountId> account) {
            if (down) {
                throw new IllegalStateException("database is down");
            }
            return term.map(number -> new Held(this, session, number));
        }

        private record Held(ScriptedLeases from, Object session, long term) implements Lease {

            @Override
            public void close() {
                from.givenBack++;
            }
        }
    }
}
