package io.opspipeline.persistence.job;

import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.WakeUpListener;
import io.opspipeline.testkit.PostgresExtension;
import io.opspipeline.testkit.TestDatabase;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class BetweenProcessesTest {

    private static final long PATIENCE = 30_000;

    private final Ears heard = new Ears();

    @Test
    void wakesAnotherProcess(DataSource source) throws InterruptedException {
        try (var notifications = new PgNotifications(source)) {
            notifications.subscribe((_, _) -> {
                throw new IllegalStateException("this listener is broken");
            });
            notifications.subscribe(heard);
            assertThat(heard.next()).isEqualTo("listening");

            var database = Database.over(source);
            database.jdbc().sql("select pg_notify('ops_wake_up', 'noise')").query().listOfRows();
            new PostgresWakeUps(database).publish(Topic.BARS, TEN);

            assertThat(heard.next()).isEqualTo("BARS " + TEN);
        }
    }

    @Test
    @DisplayName("who was deaf is told so when it hears again, and then hears")
    void hearsAgainAfterALostConnection(TestDatabase testDatabase) throws InterruptedException {
        DataSource source = testDatabase.dataSource();
        try (var notifications = new PgNotifications(source)) {
            notifications.subscribe(heard);
            assertThat(heard.next()).isEqualTo("listening");
            testDatabase.cutSessions();

            assertThat(heard.next()).isEqualTo("listening");
            new PostgresWakeUps(Database.over(source)).publish(Topic.FILLS, TEN);
            assertThat(heard.next()).isEqualTo("FILLS " + TEN);
        }
    }

    @Test
    @DisplayName("rows and their announcement are committed together, or neither is")
    void announcesInTheTransactionOfTheRows(DataSource source) throws InterruptedException {
        var database = Database.over(source);
        var wakeUps = new PostgresWakeUps(database);
        try (var notifications = new PgNotifications(source)) {
            notifications.subscribe(heard);
            assertThat(heard.next()).isEqualTo("listening");

            assertThatThrownBy(() ->
                            wakeUps.announce(
                                    Topic.BARS,
                                    TEN,
                                    () -> {
                                        wakeUps.publish(Topic.BARS, TEN);
                                        insert(database, "lost");
                                        throw new IllegalStateException("scripted crash");
                                    }))
                    .hasMessage("scripted crash");
            wakeUps.announce(Topic.SIGNALS, TEN, () -> 0);
            wakeUps.announce(Topic.FEATURES, TEN, () -> insert(database, "kept"));

            assertThat(heard.next()).isEqualTo("FEATURES " + TEN);
            assertThat(
                            database.jdbc()
                                    .sql("select name from capabilities")
                                    .query(String.class)
                                    .list())
                    .containsExactly("kept");
        }
    }

    private static int insert(Database database, String name) {
        return database.jdbc()
                .sql("insert into capabilities values (:name, 'x', '2026-11-19T15:00:00Z')")
                .param("name", name)
                .update();
    }

    /// Writes down what it hears.
    private static final class Ears implements WakeUpListener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        private String next() throws InterruptedException {
            return String.valueOf(heard.poll(PATIENCE, TimeUnit.MILLISECONDS));
        }

        @Override
        public void woken(Topic topic, Instant asOf) {
            heard.add(topic + " " + asOf);
        }

        @Override
        public void listening() {
            heard.add("listening");
        }
    }
}
