package io.opspipeline.cli.status;

import io.opspipeline.cli.status.Status.AccountLine;
import io.opspipeline.cli.status.Status.AlertLine;
import io.opspipeline.cli.status.Status.Beat;
import io.opspipeline.cli.status.Status.Capability;
import io.opspipeline.cli.status.Status.JobLine;
import io.opspipeline.cli.status.Status.SignalLine;
import io.opspipeline.cli.status.Status.SkipLine;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.setting.SettingsReads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                   (select sum(pnl) from outcomes o where o.account_id = a.account_id) as pnl,
                   a.daily_loss_limit,
                   (select count(*) from active_positions p
                    where p.account_id = a.account_id and p.ended_at is null) as open,
                   a.max_positions,
                   (select count(*) from dispatch_executions d
                    where d.account_id = a.account_id and d.filled > 0) as entries,
                   a.daily_entries,
                   (select coalesce(sum(entry_price * quantity * multiplier), 0)
                    from active_positions p
                    where p.account_id = a.account_id and p.ended_at is null) as exposure,
                   a.max_exposure,
                   (select count(*) from outcomes o where o.account_id = a.account_id) as closed
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

    private static final String SIGNALS =
            """
            select r.created_at, r.ticker, r.action,
                   coalesce(string_agg(d.account_id || ' ' || d.status
                            || coalesce(' ' || nullif(d.reason, d.status), ''), ', ' order by d.account_id), '')
            from dispatch_recommendations r left join dispatch_executions d using (signal_id)
            group by r.signal_id order by r.created_at desc, r.ticker limit 5
            """;

    private static final String SKIPS =
            """
            select reason, count(*) from dispatch_executions where status = 'SKIPPED'
            group by reason order by count(*) desc, reason limit 5
            """;

    private static final String BEATS =
            """
            select service, account_id, beat_at,
                   case when connected_at is not null
                        then coalesce(reconciled_at >= connected_at, false) end as reconciled
            from heartbeats order by service, account_id
            """;

    /// The healthcheck knows the time of the market also while no job runs.
    private static final String NOW =
            """
            select greatest((select max(as_of) from job_runs),
                (select max(beat_at) from heartbeats where service = 'healthcheck'))
            """;

    private static final String ALERTS =
            """
            select raised_at, severity, account_id, message from alerts
            order by raised_at desc, event_id limit 10
            """;

    private final JdbcClient jdbc;
    private final SettingsReads settings;

    StatusReader(DataSource source) {
        jdbc = JdbcClient.create(source);
        settings = new PostgresSettingsReads(Database.over(source));
    }

    Status read() {
        List<JobLine> jobs = rows(JOBS, (row, _) -> job(row));
        List<AlertLine> alerts = rows(ALERTS, (row, _) -> alert(row));
        Optional<Instant> asOf = newest(NOW);
        boolean marketOpen = asOf.filter(SessionCalendar.nyse()::isOpen).isPresent();
        return new Status(
                text("select current_database()").orElseThrow(),
                text("select execution_mode from dispatch_executions limit 1").orElse("SIMULATED"),
                text("select build_id from job_runs order by started_at desc, run_id desc limit 1"),
                asOf,
                marketOpen,
                newest("select max(ts) from telemetry_1m"),
                problems(jobs, asOf, marketOpen),
                rows(ACCOUNTS, (row, _) -> account(row)),
                jobs,
                rows(SIGNALS, (row, _) -> signal(row)),
                rows(SKIPS, (row, _) -> new SkipLine(row.getString(1), row.getLong(2))),
                rows(BEATS, (row, _) -> beat(row)),
                rows(
                        "select name, value from capabilities order by name",
                        (row, _) -> new Capability(row.getString(1), row.getString(2))),
                alerts);
    }

    /// Which stored values are refused, by whom and why.
    private List<String> settingFaults(Optional<Instant> asOf) {
        return settings.faults(asOf.orElse(Instant.EPOCH)).stream()
                .map(fault ->
                        fault.reason()
                                + fault.service().map(" (told by %s)"::formatted).orElse("")
                                + "; the last good value stays, and no entries are made")
                .toList();
    }

    private List<String> problems(List<JobLine> jobs, Optional<Instant> asOf, boolean marketOpen) {
        Stream<String> failed =
                jobs.stream()
                        .filter(job -> job.status().equals("FAILED"))
                        .map(job ->
                                "the last run of %s%s failed"
                                        .formatted(
                                                job.job(),
                                                job.account().map(id -> " " + id).orElse("")));
        List<String> now =
                asOf.map(at -> new Problems(jdbc).now(at, marketOpen))
                        .orElseGet(() -> List.of("nothing has run yet"));
        return Stream.of(failed, settingFaults(asOf).stream(), now.stream())
                .flatMap(each -> each)
                .toList();
    }

    private <T> List<T> rows(String sql, RowMapper<T> mapper) {
        return jdbc.sql(sql).query(mapper).list();
    }

    private Optional<String> text(String sql) {
        return jdbc.sql(sql).query(String.class).optional();
    }

    private Optional<Instant> newest(String sql) {
        return rows(sql, (row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .getFirst()
                .map(Timestamp::toInstant);
    }

    private static AccountLine account(ResultSet row) throws SQLException {
        return new AccountLine(
                row.getString("account_id"),
                row.getString("strategy"),
                row.getString("state"),
                row.getString("why"),
                Optional.ofNullable(row.getBigDecimal("equity")),
                Optional.ofNullable(row.getBigDecimal("pnl")),
                row.getBigDecimal("daily_loss_limit"),
                row.getLong("open"),
                row.getLong("max_positions"),
                row.getLong("entries"),
                row.getLong("daily_entries"),
                row.getBigDecimal("exposure"),
                row.getBigDecimal("max_exposure"),
                row.getLong("closed"));
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

    private static SignalLine signal(ResultSet row) throws SQLException {
        return new SignalLine(
                instant(row, 1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static Beat beat(ResultSet row) throws SQLException {
        return new Beat(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                instant(row, 3),
                Optional.ofNullable(row.getObject(4, Boolean.class)));
    }

    private static AlertLine alert(ResultSet row) throws SQLException {
        return new AlertLine(
                instant(row, 1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                row.getString(4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
