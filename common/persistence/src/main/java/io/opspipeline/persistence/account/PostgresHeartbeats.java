package io.opspipeline.persistence.account;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.ports.store.Heartbeats;
import java.time.Instant;
import java.util.Optional;

/// Table `heartbeats`. A connect or a comparison of the books is a sign of life too. Of two signs
/// the later one stays, unless it is so far ahead that its clock must have been set back since: it
/// would hide a death for as long. A comparison tells when it began, so it never goes back.
public final class PostgresHeartbeats implements Heartbeats {

    private final Database database;

    /// The heartbeats of a database.
    public PostgresHeartbeats(Database database) {
        this.database = database;
    }

    @Override
    public void beat(String service, Optional<AccountId> account, Instant at, String detail) {
        database.jdbc()
                .sql(
                        """
                        insert into heartbeats as known (service, account_id, beat_at, detail)
                        values (:service, :account, :at, :detail)
                        on conflict (service, account_id) do update set
                            beat_at = case
                                when known.beat_at > excluded.beat_at + interval '30 seconds' then excluded.beat_at
                                else greatest(known.beat_at, excluded.beat_at) end,
                            detail = excluded.detail
                        """)
                .param("service", service)
                .param("account", Bound.text(account))
                .param("at", Bound.at(at))
                .param("detail", detail)
                .update();
    }

    @Override
    public void connected(String service, AccountId account, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into heartbeats as known (service, account_id, beat_at, connected_at, detail)
                        values (:service, :account, :at, :at, 'connected')
                        on conflict (service, account_id) do update set
                            beat_at = case
                                when known.beat_at > excluded.beat_at + interval '30 seconds' then excluded.beat_at
                                else greatest(known.beat_at, excluded.beat_at) end,
                            connected_at = excluded.connected_at
                        """)
                .param("service", service)
                .param("account", account.value())
                .param("at", Bound.at(at))
                .update();
    }

    @Override
    public void reconciled(String service, AccountId account, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into heartbeats as known (service, account_id, beat_at, reconciled_at, detail)
                        values (:service, :account, :at, :at, 'reconciled')
                        on conflict (service, account_id) do update set
                            beat_at = greatest(known.beat_at, excluded.beat_at),
                            reconciled_at = excluded.reconciled_at
                        """)
                .param("service", service)
                .param("account", account.value())
                .param("at", Bound.at(at))
                .update();
    }

    @Override
    public Optional<Heartbeat> latest(String service, Optional<AccountId> account) {
        return database.jdbc()
                .sql(
                        """
                        select beat_at, connected_at, reconciled_at, detail from heartbeats
                        where service = :service and account_id is not distinct from :account::text
                        """)
                .param("service", service)
                .param("account", Bound.text(account))
                .query((rs, _) -> heartbeat(new Row(rs)))
                .optional();
    }

    private static Heartbeat heartbeat(Row row) throws java.sql.SQLException {
        return new Heartbeat(
                row.instant("beat_at"),
                row.optionalInstant("connected_at"),
                row.optionalInstant("reconciled_at"),
                row.text("detail"));
    }
}
