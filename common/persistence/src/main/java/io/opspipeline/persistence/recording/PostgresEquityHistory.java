package io.opspipeline.persistence.recording;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.money.Money;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.EquityHistory;
import io.opspipeline.ports.store.EquitySnapshot;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `equity_snapshots`.
public final class PostgresEquityHistory implements EquityHistory {

    private final Database database;

    /// The snapshots of a database.
    public PostgresEquityHistory(Database database) {
        this.database = database;
    }

    @Override
    public void record(EquitySnapshot snapshot) {
        database.jdbc()
                .sql(
                        """
                        insert into equity_snapshots (account_id, taken_at, equity, cash,
                            realised_today, unrealised_today, open_positions)
                        values (:account, :at, :equity, :cash, :realised, :unrealised, :open)
                        on conflict (account_id, taken_at) do nothing
                        """)
                .param("account", snapshot.account().value())
                .param("at", Bound.at(snapshot.takenAt()))
                .param("equity", snapshot.equity().amount())
                .param("cash", snapshot.cash().amount())
                .param("realised", snapshot.realisedToday().amount())
                .param("unrealised", snapshot.unrealisedToday().amount())
                .param("open", snapshot.openPositions())
                .update();
    }

    @Override
    public List<EquitySnapshot> between(AccountId account, Instant from, Instant to) {
        return database.jdbc()
                .sql(
                        """
                        select * from equity_snapshots
                        where account_id = :account and taken_at >= :from and taken_at < :to
                        order by taken_at
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .param("to", Bound.at(to))
                .query((rs, _) -> snapshot(new Row(rs)))
                .list();
    }

    @Override
    public Optional<EquitySnapshot> latestBefore(AccountId account, Instant before) {
        return database.jdbc()
                .sql(
                        """
                        select * from equity_snapshots
                        where account_id = :account and taken_at < :before
                        order by taken_at desc limit 1
                        """)
                .param("account", account.value())
                .param("before", Bound.at(before))
                .query((rs, _) -> snapshot(new Row(rs)))
                .optional();
    }

    @Override
    public Optional<Money> highWaterMark(AccountId account, Instant asOf) {
        return database.jdbc()
                .sql(
                        """
                        select equity from equity_snapshots
                        where account_id = :account and taken_at <= :asOf
                        order by equity desc limit 1
                        """)
                .param("account", account.value())
                .param("asOf", Bound.at(asOf))
                .query((rs, _) -> new Row(rs).money("equity"))
                .optional();
    }

    private static EquitySnapshot snapshot(Row row) throws SQLException {
        return new EquitySnapshot(
                row.account("account_id"),
                row.instant("taken_at"),
                row.money("equity"),
                row.money("cash"),
                row.money("realised_today"),
                row.money("unrealised_today"),
                row.integer("open_positions"));
    }
}
