package io.opspipeline.persistence.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.dispatch.LimitUsage;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.persistence.position.RealisedProfit;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// What the limits of an account count (trading rules, section 8).
final class Limits {

    private final Database database;
    private final RealisedProfit realised;

    Limits(Database database) {
        this.database = database;
        realised = new RealisedProfit(database);
    }

    /// Locks the account until the transaction ends. Rows that only refer to the account may still
    /// be written by others, such as a fill.
    ///
    /// @throws IllegalStateException when it is not registered
    void hold(AccountId account) {
        boolean held =
                database.jdbc()
                        .sql(
                                """
                                select true from accounts where account_id = :account for no key update
                                """)
                        .param("account", account.value())
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
        if (!held) {
            throw new IllegalStateException("account " + account + " is not registered");
        }
    }

    /// Money at work is read before what was earned: a sale in between then counts on both sides,
    /// which only makes the limits tighter.
    LimitUsage usage(AccountId account, Instant dayStart) {
        return new LimitUsage(
                working(account),
                entriesSince(account, dayStart),
                lastEntries(account),
                realised.since(account, dayStart));
    }

    /// A position whose entry still works is one row with the cost of both parts.
    private List<LimitUsage.AtWork> working(AccountId account) {
        return database.jdbc()
                .sql(
                        """
                        with held as (
                            select ticker, symbol, instrument_type,
                                quantity * entry_price * multiplier as cost
                            from active_positions
                            where account_id = :account and state in ('OPEN', 'CLOSING')
                        ), pending as (
                            select ticker, symbol, instrument_type, sum(reserved) as cost
                            from dispatch_executions
                            where account_id = :account and status in ('INTENT', 'SUBMITTED', 'IN_DOUBT')
                            group by ticker, symbol, instrument_type
                        )
                        select ticker, instrument_type, coalesce(sector, ticker) as sector,
                            coalesce(held.cost, 0) + coalesce(pending.cost, 0) as cost,
                            pending.cost is not null as pending
                        from held
                        full join pending using (ticker, symbol, instrument_type)
                        left join ticker_universe using (ticker)
                        order by ticker, symbol
                        """)
                .param("account", account.value())
                .query((rs, _) -> atWork(new Row(rs)))
                .list();
    }

    private List<LimitUsage.Entry> entriesSince(AccountId account, Instant from) {
        return database.jdbc()
                .sql(
                        """
                        select ticker, submitted_at from dispatch_executions
                        where account_id = :account and submitted_at >= :from
                            and (filled > 0 or status in ('INTENT', 'SUBMITTED', 'IN_DOUBT'))
                        order by submitted_at, ticker
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .query((rs, _) -> entry(new Row(rs)))
                .list();
    }

    private List<LimitUsage.Entry> lastEntries(AccountId account) {
        return database.jdbc()
                .sql(
                        """
                        select ticker, max(submitted_at) as submitted_at from dispatch_executions
                        where account_id = :account and submitted_at is not null
                            and (filled > 0 or status in ('INTENT', 'SUBMITTED', 'IN_DOUBT'))
                        group by ticker order by ticker
                        """)
                .param("account", account.value())
                .query((rs, _) -> entry(new Row(rs)))
                .list();
    }

    private static LimitUsage.AtWork atWork(Row row) throws SQLException {
        return new LimitUsage.AtWork(
                row.ticker("ticker"),
                row.constant("instrument_type", InstrumentType.class),
                row.text("sector"),
                row.money("cost"),
                row.flag("pending"));
    }

    private static LimitUsage.Entry entry(Row row) throws SQLException {
        return new LimitUsage.Entry(row.ticker("ticker"), row.instant("submitted_at"));
    }
}
