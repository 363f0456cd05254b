package io.opspipeline.persistence.job;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.persistence.Scene;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.LastRun;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresRunLedgerTest {

    private Scene scene;
    private PostgresRunLedger ledger;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
        ledger = new PostgresRunLedger(scene.database, "0.1.0+test");
    }

    @Test
    @DisplayName("A-112: the last success has duration, items and build")
    void tellsTheLastSuccess() {
        long run = ledger.begin(tick(Optional.of(LARGE)), TEN).orElseThrow();
        assertThat(ledger.lastDone(JobName.DISPATCHER, Optional.of(LARGE))).isEmpty();
        ledger.done(run, new JobResult(3, 4, "1 new"), TEN.plusSeconds(2));
        ledger.failed(run, "too late", TEN.plusSeconds(3));

        assertThat(ledger.lastDone(JobName.DISPATCHER, Optional.of(LARGE)))
                .contains(
                        new LastRun(
                                TEN.plusSeconds(2), new JobResult(3, 4, "1 new"), "0.1.0+test"));
        assertThat(ledger.lastDone(JobName.DISPATCHER, Optional.of(TINY))).isEmpty();
        assertThat(ledger.lastDone(JobName.DISPATCHER, Optional.empty())).isEmpty();
    }

    @Test
    void runsATickOnceAndAFailedOneThreeTimes() {
        Tick tick = tick(Optional.empty());
        for (int attempt = 0; attempt < 3; attempt++) {
            OptionalLong run = ledger.begin(tick, TEN);
            assertThat(run).isPresent();
            assertThat(ledger.begin(tick, TEN)).isEmpty();
            ledger.failed(run.getAsLong(), "broken", TEN);
        }

        assertThat(ledger.begin(tick, TEN)).isEmpty();
        assertThat(ledger.begin(tick(Optional.of(LARGE)), TEN)).isPresent();
    }

    @Test
    @DisplayName("A-109: of many that begin a tick at once, one runs")
    void beginsOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var begun =
                    threads.invokeAll(
                            IntStream.range(0, 40)
                                    .<Callable<OptionalLong>>mapToObj(
                                            _ -> () -> ledger.begin(tick(Optional.of(LARGE)), TEN))
                                    .toList());

            assertThat(begun)
                    .extracting(run -> run.resultNow().isPresent())
                    .filteredOn(Boolean::booleanValue)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "A-114: a run that a dead process began is unfinished until the next owner ends it")
    void endsTheRunsOfADeadOwner() {
        Optional<AccountId> large = Optional.of(LARGE);
        long dead = ledger.begin(tick(large), TEN).orElseThrow();
        ledger.begin(tick(Optional.of(TINY)), TEN.plusSeconds(1)).orElseThrow();
        assertThat(ledger.unfinishedSince(JobName.DISPATCHER, large)).contains(TEN);

        assertThat(ledger.abandoned(JobName.DISPATCHER, large, TEN.plusSeconds(5))).isEqualTo(1);
        ledger.done(dead, JobResult.of(1), TEN.plusSeconds(6));

        assertThat(ledger.unfinishedSince(JobName.DISPATCHER, large)).isEmpty();
        assertThat(ledger.unfinishedSince(JobName.DISPATCHER, Optional.of(TINY)))
                .contains(TEN.plusSeconds(1));
        assertThat(ledger.lastDone(JobName.DISPATCHER, large)).isEmpty();
        assertThat(ledger.begin(tick(large), TEN)).isPresent();
    }

    @Test
    @DisplayName("A-114: a run whose end could not be written down is ended by the next one")
    void endsARunThatHasNoEnd() {
        Optional<AccountId> large = Optional.of(LARGE);
        ledger.begin(tick(large), TEN).orElseThrow();
        ledger.begin(tick(Optional.of(TINY)), TEN).orElseThrow();
        Instant later = TEN.plusSeconds(60);
        long next =
                ledger.begin(new Tick(JobName.DISPATCHER, large, Cause.WAKE, later, later), later)
                        .orElseThrow();

        assertThat(ledger.unfinishedSince(JobName.DISPATCHER, large)).contains(later);
        assertThat(ledger.unfinishedSince(JobName.DISPATCHER, Optional.of(TINY))).contains(TEN);
        assertThat(scene.texts("select note from job_runs where status = 'FAILED'"))
                .containsExactly("its end was never written down");
        ledger.done(next, JobResult.of(1), later);
        assertThat(ledger.unfinishedSince(JobName.DISPATCHER, large)).isEmpty();
    }

    private static Tick tick(Optional<AccountId> account) {
        return new Tick(JobName.DISPATCHER, account, Cause.SCHEDULE, TEN, TEN);
    }
}
