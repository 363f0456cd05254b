package io.opspipeline.cli.status;

import io.opspipeline.cli.status.Status.AccountLine;
import io.opspipeline.cli.status.Status.AlertLine;
import io.opspipeline.cli.status.Status.Beat;
import io.opspipeline.cli.status.Status.Capability;
import io.opspipeline.cli.status.Status.JobLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the status from a database.
final class StatusReader {

    private static final String ACCOUNTS =
            """
            select a.account_id, a.strategy, coalesce(t.state, 'ACTIVE') as state,
                   coalesce(t.reason, 'never changed') as why,
                   (select equity from equity_snapshots e where e.account_id = a.account_id
                    order by taken_at desc limit 1) as equity,
                   (select count(*) from active_positions p
                    where p.account_id = a.account_id and p.ended_at is null) as open,
                   (select count(*) from dispatch_executions d
                    where d.account_id = a.account_id and d.filled > 0) as entries,
                   (select count(*) from outcomes o where o.account_id = a.account_id) as closed,
                   (select sum(pnl) from outcomes o where o.account_id = a.account_id) as pnl
            from accounts a left join trading_states t using (account_id) order by account_id
            """;

    private static final String JOBS =
            """
            select distinct on (job, account_id) job, account_id, status, as_of, items, expected,
                   (select count(*) from job_runs f where f.job = r.job and f.status = 'FAILED'
                    and f.account_id is not distinct from r.account_id) as failures
            from job_runs r where finished_at is not null
            order by job, account_id, started_at desc, run_id desc
            """;

    private final JdbcClient jdbc;

    StatusReader(DataSource source) {
        jdbc = JdbcClient.create(source);
    }

    Status read() {
        return new Status(
                jdbc.sql("select current_database()").query(String.class).single(),
                jdbc.sql("select execution_mode from dispatch_executions limit 1")
                        .query(String.class)
                        .optional()
                        .orElse("SIMULATED"),
                rows(
                                "select max(as_of) from job_runs",
                                (row, _) ->
                                        Optional.ofNullable(row.getTimestamp(1))
                                                .map(java.sql.Timestamp::toInstant))
                        .getFirst(),
                rows(ACCOUNTS, (row, _) -> account(row)),
                rows(JOBS, (row, _) -> job(row)),
                rows(
                        """
                        select service, account_id, beat_at,
                               coalesce(reconciled_at >= connected_at, false) as reconciled
                        from heartbeats order by service, account_id
                        """,
                        (row, _) ->
                                new Beat(
                                        row.getString(1),
                                        Optional.ofNullable(row.getString(2)),
                                        instant(row, 3),
                                        row.getBoolean(4))),
                rows(
                        "select name, value from capabilities order by name",
                        (row, _) -> new Capability(row.getString(1), row.getString(2))),
                rows(
                        """
                        select raised_at, severity, account_id, message from alerts
                        order by raised_at desc, event_id limit 10
                        """,
                        (row, _) ->
                                new AlertLine(
                                        instant(row, 1),
                                        row.getString(2),
                                        Optional.ofNullable(row.getString(3)),
                                        row.getString(4))));
    }

    private <T> List<T> rows(String sql, RowMapper<T> mapper) {
        return jdbc.sql(sql).query(mapper).list();
    }

    private static AccountLine account(ResultSet row) throws SQLException {
        return new AccountLine(
                row.getString("account_id"),
                row.getString("strategy"),
                row.getString("state"),
                row.getString("why"),
                Optional.ofNullable(row.getBigDecimal("equity")),
                row.getLong("open"),
                row.getLong("entries"),
                row.getLong("closed"),
                Optional.ofNullable(row.getBigDecimal("pnl")));
    }

    private static JobLine job(ResultSet row) throws SQLException {
        return new JobLine(
                row.getString("job"),
                Optional.ofNullable(row.getString("account_id")),
                row.getString("status"),
                row.getTimestamp("as_of").toInstant(),
                Optional.ofNullable(row.getObject("items", Long.class)),
                Optional.ofNullable(row.getObject("expected", Long.class)),
                row.getLong("failures"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
