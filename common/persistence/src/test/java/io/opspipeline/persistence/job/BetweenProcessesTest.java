package io.opspipeline.persistence.job;

import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static io.opspipeline.persistence.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.testkit.PostgresExtension;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class BetweenProcessesTest {

    private static final long PATIENCE = 30_000;

    @Test
    @DisplayName("A-109: two instances, one owner per (job, account); a dead owner's lease is free")
    void givesALeaseToOneProcess(DataSource source) {
        try (var first = new PostgresLeases(source)) {
            try (var second = new PostgresLeases(source)) {
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
        }
    }

    @Test
    @DisplayName("A-129: a session that was cut takes its leases anew")
    void takesLeasesAnewAfterALostSession(DataSource source) {
        try (var leases = new PostgresLeases(source)) {
            assertThat(leases.acquire(JobName.SIGNALS, Optional.empty())).isPresent();
            Database.over(source)
                    .jdbc()
                    .sql(
                            """
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid()
                            """)
                    .query((_, _) -> true)
                    .list();

            assertThat(leases.acquire(JobName.SIGNALS, Optional.empty())).isPresent();
        }
    }

    @Test
    void wakesAnotherProcess(DataSource source) throws InterruptedException {
        var heard = new LinkedBlockingQueue<WakeUpMessage>();
        try (var notifications = new PgNotifications(source)) {
            notifications.subscribe((_, _) -> {
                throw new IllegalStateException("this listener is broken");
            });
            notifications.subscribe((topic, asOf) -> heard.add(new WakeUpMessage(topic, asOf)));
            assertThat(notifications.awaitListening(PATIENCE)).isTrue();

            var database = Database.over(source);
            database.jdbc().sql("select pg_notify('ops_wake_up', 'noise')").query().listOfRows();
            new PostgresWakeUps(database).publish(Topic.BARS, TEN);

            assertThat(heard.poll(PATIENCE, TimeUnit.MILLISECONDS))
                    .isEqualTo(new WakeUpMessage(Topic.BARS, TEN));
        }
    }
}
