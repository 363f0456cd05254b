package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;

/// Table `position_events`.
final class PositionEvents {

    private final Database database;

    PositionEvents(Database database) {
        this.database = database;
    }

    void add(
            AccountId account, long positionId, PositionEventKind kind, String detail, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into position_events (position_id, account_id, kind, detail, happened_at)
                        values (:position, :account, :kind, :detail, :at)
                        """)
                .param("position", positionId)
                .param("account", account.value())
                .param("kind", kind.name())
                .param("detail", detail)
                .param("at", Bound.at(at))
                .update();
    }
}
