package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.persistence.order.NotOwnerException;
import io.opspipeline.runtime.job.RunOutcome;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TwoInstancesTest {

    private static final String IDLE_IN_TRANSACTION =
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%'
            """;
    private static final Duration TAKEOVER = Duration.ofSeconds(5);

    private final BlockingQueue<OrderRequest> sent = new LinkedBlockingQueue<>();
    private TestDatabase database;
    private EntryDesk desk;

    @BeforeEach
    void open(TestDatabase given) {
        database = given;
        desk = new EntryDesk(given.dataSource());
    }

    @Test
    @DisplayName(
            "A-57, incident 73, fault TWO-INSTANCES-ACTIVE: of two dispatchers of an account one enters")
    void entersOnce() {
        try (var first = instance("first");
                var second = instance("second")) {
            desk.signal(NVDA, Action.BUY_CALL);
            assertThat(first.run(LARGE)).isInstanceOf(RunOutcome.Done.class);
            assertThat(second.run(LARGE))
                    .isEqualTo(new RunOutcome.NotRun("another process owns the job"));
            desk.until(60);

            assertThat(desk.broker.received()).hasSize(4);
            assertThat(desk.dispatches.duplicates(LARGE, EntryDesk.TEN)).isZero();
        }
    }

    @Test
    @DisplayName(
            "A-109, fault TWO-INSTANCES-ACTIVE: a partitioned owner sends no rung after a takeover")
    void sendsNothingAfterATakeover() {
        try (var first = instance("first");
                var second = instance("second")) {
            desk.signal(NVDA, Action.BUY_CALL);
            first.run(LARGE);
            desk.until(2);
            database.cutSessions();
            assertThat(second.take(LARGE)).isTrue();
            desk.until(6);
            assertThat(desk.time.failures()).singleElement().isInstanceOf(NotOwnerException.class);

            second.run(LARGE);
            desk.until(120);
            assertThat(desk.broker.blotter())
                    .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
            assertThat(desk.dispositions())
                    .containsExactly("large NVDA UNFILLED 0/4: wound up after a step broke");
        }
    }

    @Test
    @DisplayName(
            "A-109: an owner that lost its session and no more goes on, and nobody else enters")
    void goesOnAfterALostSession() {
        try (var first = instance("first");
                var second = instance("second")) {
            desk.signal(NVDA, Action.BUY_CALL);
            first.run(LARGE);
            database.cutSessions();
            desk.until(7);
            assertThat(first.run(LARGE)).isInstanceOf(RunOutcome.Done.class);
            assertThat(second.run(LARGE)).isInstanceOf(RunOutcome.NotRun.class);
            desk.until(60);

            assertThat(desk.broker.received()).hasSize(4);
            assertThat(desk.time.failures()).isEmpty();
        }
    }

    @Test
    @DisplayName("A-109: a killed owner is replaced within 5 s, and what waited is entered once")
    void replacesAKilledOwner() {
        desk.until(1);
        EntryInstance first = instance("first").begin();
        try (var second = instance("second")) {
            await("select status from job_runs", "DONE");
            second.begin();
            desk.until(2);
            desk.signal(NVDA, Action.BUY_CALL);
            desk.dispatches.fanOut(LARGE, desk.time.instant());
            desk.dispatches.claim(LARGE, desk.time.instant(), Duration.ofSeconds(60));
            tellWhatIsSent();

            first.kill();

            assertTimeoutPreemptively(TAKEOVER, () -> sent.take());
            assertThat(desk.texts("select owner || ' ' || term from job_leases"))
                    .containsExactly("second 2");
            assertThat(desk.broker.received()).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "A-110, incident 66, fault DB-FAILOVER-MID-TX: the database goes and comes, the owner goes on")
    void survivesALostDatabase() {
        desk.until(1);
        try (var first = instance("first").begin()) {
            await("select status from job_runs", "DONE");
            database.goAway();
            assertThat(first.run(LARGE)).isInstanceOf(RunOutcome.Failed.class);
            desk.until(2);
            database.comeBack();
            desk.signal(NVDA, Action.BUY_CALL);
            tellWhatIsSent();

            assertTimeoutPreemptively(TAKEOVER, () -> sent.take());
            assertThat(desk.texts("select owner || ' ' || term from job_leases"))
                    .containsExactly("first 1");
            await(IDLE_IN_TRANSACTION, "0");
        }
    }

    private EntryInstance instance(String name) {
        return new EntryInstance(desk, name, database.dataSource());
    }

    private void tellWhatIsSent() {
        desk.broker.onSubmit(order -> {
            var answer = desk.broker.accept(order);
            sent.add(order);
            return answer;
        });
    }

    private void await(String query, String answer) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    while (!desk.texts(query).contains(answer)) {
                        Thread.onSpinWait();
                    }
                });
    }
}
