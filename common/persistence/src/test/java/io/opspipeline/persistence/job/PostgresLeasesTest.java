package io.opspipeline.persistence.job;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.persistence.Scene;
import io.opspipeline.persistence.order.NotOwnerException;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PostgresLeasesTest {

    private TestDatabase testDatabase;
    private DataSource source;
    private Database database;

    @BeforeEach
    void register(TestDatabase given) {
        testDatabase = given;
        source = given.dataSource();
        database = new Scene(source).database;
    }

    @Test
    @DisplayName("A-109: two instances, one owner per (job, account); a dead owner's lease is free")
    void givesALeaseToOneProcess() {
        try (var first = process("first")) {
            try (var second = process("second")) {
                var lease = first.acquire(JobName.DISPATCHER, Optional.of(LARGE)).orElseThrow();

                assertThat(first.acquire(JobName.DISPATCHER, Optional.of(LARGE))).contains(lease);
                assertThat(second.acquire(JobName.DISPATCHER, Optional.of(LARGE))).isEmpty();
                assertThat(second.acquire(JobName.DISPATCHER, Optional.of(TINY))).isPresent();
                lease.close();
                lease.close();
                assertThat(second.acquire(JobName.DISPATCHER, Optional.of(LARGE))).isPresent();
                assertThat(first.acquire(JobName.DISPATCHER, Optional.of(TINY))).isEmpty();
            }
            assertThat(first.acquire(JobName.DISPATCHER, Optional.of(TINY))).isPresent();
            assertThat(owners()).containsExactly("large second 2", "tiny first 2");
        }
    }

    @Test
    @DisplayName("A-129: a session that was cut takes its leases anew, in the same term")
    void takesLeasesAnewAfterALostSession() {
        try (var leases = process("first")) {
            long term = leases.acquire(JobName.SIGNALS, Optional.empty()).orElseThrow().term();
            testDatabase.cutSessions();

            assertThat(leases.acquire(JobName.SIGNALS, Optional.empty()).orElseThrow().term())
                    .isEqualTo(term);
        }
    }

    @Test
    @DisplayName(
            "A-109, fault TWO-INSTANCES-ACTIVE: an owner cut off commits nothing once it is replaced")
    void fencesAnOwnerThatWasReplaced() {
        try (var first = process("first");
                var second = process("second")) {
            assertThat(first.acquire(JobName.DISPATCHER, Optional.of(LARGE))).isPresent();
            testDatabase.cutSessions();
            first.require(database, JobName.DISPATCHER, LARGE);

            assertThat(second.acquire(JobName.DISPATCHER, Optional.of(LARGE))).isPresent();

            assertThatThrownBy(() -> first.require(database, JobName.DISPATCHER, LARGE))
                    .isInstanceOf(NotOwnerException.class)
                    .hasMessage("another process owns dispatcher of large: no intent");
            second.require(database, JobName.DISPATCHER, LARGE);
            assertThat(first.acquire(JobName.DISPATCHER, Optional.of(LARGE))).isEmpty();
        }
    }

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: who takes over waits for the intent being committed")
    void changesHandsBetweenIntents() {
        List<String> order = new CopyOnWriteArrayList<>();
        try (var first = process("first");
                var second = process("second")) {
            assertThat(first.acquire(JobName.DISPATCHER, Optional.of(LARGE))).isPresent();
            testDatabase.cutSessions();

            CompletableFuture<Boolean> takeover =
                    database.inTransaction(() -> {
                        first.require(database, JobName.DISPATCHER, LARGE);
                        var taking =
                                CompletableFuture.supplyAsync(() ->
                                                second.acquire(
                                                        JobName.DISPATCHER, Optional.of(LARGE)))
                                        .thenApply(
                                                lease -> lease.isPresent() && order.add("taken"));
                        awaitBlocked();
                        order.add("committed");
                        return taking;
                    });

            assertThat(takeover.join()).isTrue();
            assertThat(order).containsExactly("committed", "taken");
        }
    }

    private PostgresLeases process(String name) {
        return new PostgresLeases(source, new LeaseOwner(name), InstantSource.fixed(TEN));
    }

    /// Returns when a session waits for a lock of another.
    private void awaitBlocked() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> {
                    while (!isOneBlocked()) {
                        Thread.onSpinWait();
                    }
                });
    }

    private boolean isOneBlocked() {
        return Database.over(source)
                .jdbc()
                .sql(
                        """
                        select exists(select from pg_stat_activity
                            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0)
                        """)
                .query(Boolean.class)
                .single();
    }

    private List<String> owners() {
        return database.jdbc()
                .sql("select account_id || ' ' || owner || ' ' || term from job_leases order by 1")
                .query(String.class)
                .list();
    }
}
