package io.opspipeline.persistence.recording;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.store.DailyReport;
import io.opspipeline.ports.store.DayTally;
import io.opspipeline.ports.store.Reports;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Table `daily_reports`, and the outcomes they are made from.
public final class PostgresReports implements Reports {

    private final Database database;

    /// The reports of a database.
    public PostgresReports(Database database) {
        this.database = database;
    }

    @Override
    public DayTally tally(AccountId account, Instant from, Instant to) {
        return database.jdbc()
                .sql(
                        """
                        select coalesce(sum(pnl), 0) as pnl, coalesce(sum(fees), 0) as fees,
                            count(*)::int as closed,
                            (count(*) filter (where pnl > 0))::int as wins,
                            (count(*) filter (where pnl <= 0))::int as losses,
                            (select count(*) from active_positions
                                where account_id = :account and state in ('OPEN', 'CLOSING'))::int as still_open
                        from outcomes
                        where account_id = :account and ended_at >= :from and ended_at < :to
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .param("to", Bound.at(to))
                .query((rs, _) -> tally(new Row(rs)))
                .single();
    }

    @Override
    public void store(DailyReport report) {
        DayTally tally = report.tally();
        database.jdbc()
                .sql(
                        """
                        insert into daily_reports (session_on, account_id, equity_start, equity_end, pnl,
                            fees, closed, wins, losses, still_open, built_at)
                        values (:session, :account, :start, :end, :pnl,
                            :fees, :closed, :wins, :losses, :open, :at)
                        on conflict (session_on, account_id) do update set
                            equity_start = excluded.equity_start, equity_end = excluded.equity_end,
                            pnl = excluded.pnl, fees = excluded.fees, closed = excluded.closed,
                            wins = excluded.wins, losses = excluded.losses,
                            still_open = excluded.still_open, built_at = excluded.built_at
                        """)
                .param("session", report.session())
                .param("account", report.account().value())
                .param("start", report.equityStart().amount())
                .param("end", report.equityEnd().amount())
                .param("pnl", tally.pnl().amount())
                .param("fees", tally.fees().amount())
                .param("closed", tally.closed())
                .param("wins", tally.wins())
                .param("losses", tally.losses())
                .param("open", tally.stillOpen())
                .param("at", Bound.at(report.builtAt()))
                .update();
    }

    @Override
    public Optional<DailyReport> find(AccountId account, LocalDate session) {
        return database.jdbc()
                .sql(
                        """
                        select * from daily_reports
                        where account_id = :account and session_on = :session
                        """)
                .param("account", account.value())
                .param("session", session)
                .query((rs, _) -> report(new Row(rs)))
                .optional();
    }

    @Override
    public List<DailyReport> latest(AccountId account, int count) {
        return database.jdbc()
                .sql(
                        """
                        select * from daily_reports where account_id = :account
                        order by session_on desc limit :count
                        """)
                .param("account", account.value())
                .param("count", count)
                .query((rs, _) -> report(new Row(rs)))
                .list();
    }

    private static DailyReport report(Row row) throws SQLException {
        return new DailyReport(
                row.day("session_on"),
                row.account("account_id"),
                row.money("equity_start"),
                row.money("equity_end"),
                tally(row),
                row.instant("built_at"));
    }

    private static DayTally tally(Row row) throws SQLException {
        return new DayTally(
                row.money("pnl"),
                row.money("fees"),
                row.integer("closed"),
                row.integer("wins"),
                row.integer("losses"),
                row.integer("still_open"));
    }
}
