package io.opspipeline.persistence.job;

import io.opspipeline.domain.job.Topic;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.job.WakeUps;
import java.time.Instant;
import java.util.function.IntSupplier;

/// Announces rows to other processes with NOTIFY; [PgNotifications] hears it.
public final class PostgresWakeUps implements WakeUps {

    private final Database database;

    /// Wake-ups through a database.
    public PostgresWakeUps(Database database) {
        this.database = database;
    }

    @Override
    public int announce(Topic topic, Instant asOf, IntSupplier commit) {
        return database.inTransaction(() -> WakeUps.super.announce(topic, asOf, commit));
    }

    @Override
    public void publish(Topic topic, Instant asOf) {
        database.jdbc()
                .sql("select pg_notify(:channel, :payload)")
                .param("channel", WakeUpMessage.CHANNEL)
                .param("payload", new WakeUpMessage(topic, asOf).text())
                .query((_, _) -> true)
                .list();
    }
}
