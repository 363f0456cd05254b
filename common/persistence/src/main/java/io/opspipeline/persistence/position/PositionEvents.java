package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.time.Instant;
import java.util.Optional;

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

    /// When the newest event of a kind happened.
    Optional<Instant> newest(AccountId account, long positionId, PositionEventKind kind) {
        return database.jdbc()
                .sql(
                        """
                        select happened_at from position_events
                        where position_id = :position and account_id = :account and kind = :kind
                        order by event_id desc limit 1
                        """)
                .param("position", positionId)
                .param("account", account.value())
                .param("kind", kind.name())
                .query((rs, _) -> new Row(rs).instant("happened_at"))
                .optional();
    }
}
