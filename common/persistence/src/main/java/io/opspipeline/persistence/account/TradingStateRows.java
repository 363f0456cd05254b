package io.opspipeline.persistence.account;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Table `trading_states`, what is in force, and `trading_state_events`, what was decided: also a
/// pause that came while something stricter was in force.
final class TradingStateRows {

    private static final TradingStatus DEFAULT =
            new TradingStatus(TradingState.ACTIVE, "default", Optional.empty());

    private final Database database;

    TradingStateRows(Database database) {
        this.database = database;
    }

    TradingStatus find(AccountId id, Instant asOf) {
        return database.jdbc()
                .sql("select state, reason, until from trading_states where account_id = :account")
                .param("account", id.value())
                .query((rs, _) -> inForce(read(new Row(rs)), asOf))
                .optional()
                .orElse(DEFAULT);
    }

    /// What is in force; until the transaction ends nobody else changes it. An account that was
    /// never changed has no row to lock, so the account's own is.
    TradingStatus lock(AccountId id, Instant asOf) {
        database.jdbc()
                .sql(
                        "select account_id from accounts where account_id = :account for no key update")
                .param("account", id.value())
                .query(String.class)
                .list();
        return find(id, asOf);
    }

    /// Two statements in one: the state and its event stand or fall together.
    void put(AccountId id, TradingStatus status, Instant at) {
        bound(
                        """
                        with event as (
                            insert into trading_state_events (account_id, state, reason, until, changed_at)
                            values (:account, :state, :reason, :until, :at)
                            returning account_id, state, reason, until, changed_at
                        )
                        insert into trading_states (account_id, state, reason, until, changed_at)
                        select account_id, state, reason, until, changed_at from event
                        on conflict (account_id) do update set
                            state = excluded.state,
                            reason = excluded.reason,
                            until = excluded.until,
                            changed_at = excluded.changed_at
                        """,
                        id,
                        status,
                        at)
                .update();
    }

    /// Records what does not come into force; what was the last to be recorded is not repeated.
    void note(AccountId id, TradingStatus status, Instant at) {
        Optional<TradingStatus> newest =
                database.jdbc()
                        .sql(
                                """
                                select state, reason, until from trading_state_events
                                where account_id = :account order by event_id desc limit 1
                                """)
                        .param("account", id.value())
                        .query((rs, _) -> read(new Row(rs)))
                        .optional();
        if (!newest.equals(Optional.of(status))) {
            bound(
                            """
                            insert into trading_state_events (account_id, state, reason, until, changed_at)
                            values (:account, :state, :reason, :until, :at)
                            """,
                            id,
                            status,
                            at)
                    .update();
        }
    }

    boolean wasPaused(AccountId id, String reason) {
        return database.jdbc()
                .sql(
                        """
                        select exists(select from trading_state_events
                            where account_id = :account and state = 'REDUCING' and reason = :reason)
                        """)
                .param("account", id.value())
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    /// The newest pause of an account that is not over.
    ///
    /// @param cause what its reason begins with
    Optional<TradingStatus> pauseOf(AccountId account, String cause, Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        select state, reason, until from trading_state_events
                        where account_id = :account and starts_with(reason, :cause) and until > :asOf
                        order by event_id desc limit 1
                        """)
                .param("account", account.value())
                .param("cause", cause)
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> read(new Row(rs)))
                .optional();
    }

    private StatementSpec bound(String sql, AccountId id, TradingStatus status, Instant at) {
        return database.jdbc()
                .sql(sql)
                .param("account", id.value())
                .param("state", status.state().name())
                .param("reason", status.reason())
                .param("until", Bound.at(status.until()))
                .param("at", Bound.at(at));
    }

    private static TradingStatus read(Row row) throws SQLException {
        return new TradingStatus(
                row.constant("state", TradingState.class),
                row.text("reason"),
                row.optionalInstant("until"));
    }

    private static TradingStatus inForce(TradingStatus stored, Instant asOf) {
        boolean isOver = stored.until().filter(end -> !end.isAfter(asOf)).isPresent();
        return isOver
                ? new TradingStatus(
                        TradingState.ACTIVE, "over: " + stored.reason(), Optional.empty())
                : stored;
    }
}
