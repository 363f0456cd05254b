package io.opspipeline.persistence.alert;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import java.time.Instant;
import java.util.Optional;

/// Table `alerts`, from which the channels are fed.
public final class PostgresAlerts implements Alerts {

    private final Database database;

    /// The alerts of a database.
    public PostgresAlerts(Database database) {
        this.database = database;
    }

    @Override
    public void raise(
            Severity severity,
            String eventId,
            Optional<AccountId> account,
            String message,
            Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into alerts (event_id, severity, account_id, message, raised_at)
                        values (:event, :severity, :account, :message, :at)
                        on conflict (event_id) do nothing
                        """)
                .param("event", eventId)
                .param("severity", severity.name())
                .param("account", Bound.text(account))
                .param("message", message)
                .param("at", Bound.at(at))
                .update();
    }
}
