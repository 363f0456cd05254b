package io.opspipeline.cli.status;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.cli.status.Status.AccountLine;
import io.opspipeline.cli.status.Status.AlertLine;
import io.opspipeline.cli.status.Status.Beat;
import io.opspipeline.cli.status.Status.Capability;
import io.opspipeline.cli.status.Status.DataLag;
import io.opspipeline.cli.status.Status.JobLine;
import io.opspipeline.cli.status.Status.SignalLine;
import io.opspipeline.cli.status.Status.SkipLine;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingStatus;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.persistence.account.PostgresAccounts;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Accounts;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
            select a.account_id, a.strategy,
                   (select equity from equity_snapshots e where e.account_id = a.account_id
                    order by taken_at desc limit 1) as equity,
                   (select realised_today + unrealised_today from equity_snapshots e
                    where e.account_id = a.account_id and e.taken_at >= :day
                    order by taken_at desc limit 1) as pnl,
                   (select sum(pnl) from outcomes o where o.account_id = a.account_id
                    and o.ended_at >= :day) as realised,
                   a.daily_loss_limit,
                   (select count(*) from active_positions p
                    where p.account_id = a.account_id and p.ended_at is null) as open,
                   a.max_positions,
                   (select count(*) from dispatch_executions d
                    where d.account_id = a.account_id and d.submitted_at >= :day
                    and d.filled > 0) as entries,
                   a.daily_entries,
                   (select coalesce(sum(entry_price * quantity * multiplier), 0)
                    from active_positions p
                    where p.account_id = a.account_id and p.ended_at is null) as exposure,
                   a.max_exposure,
                   (select count(*) from outcomes o where o.account_id = a.account_id
                    and o.ended_at >= :day) as closed
            from accounts a order by account_id
            """;

    private static final String JOBS =
            """
            select distinct on (job, account_id) job, account_id, status, as_of, items, expected,
                   (select count(*) from job_runs f where f.job = r.job and f.status = 'FAILED'
                    and f.account_id is not distinct from r.account_id) as failures,
                   (select cadence_seconds from accounts a where a.account_id = r.account_id
                    and r.job = 'DISPATCHER') as cadence
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
            select reason, count(*) from dispatch_executions
            where status = 'SKIPPED' and created_at >= :day
            group by reason order by count(*) desc, reason limit 5
            """;

    private static final String BEATS =
            """
            select service, account_id, beat_at,
                   case when connected_at is not null
                        then coalesce(reconciled_at >= connected_at, false) end as reconciled
            from heartbeats order by service, account_id
            """;

    private static final String ALERTS =
            """
            select raised_at, severity, account_id, message from alerts
            order by raised_at desc, event_id limit 10
            """;

    private static final String NEWEST_BAR = "select max(ts) from telemetry_1m";
    private static final String NEWEST_FEATURE = "select max(ts) from lane_features_1m";
    private static final Duration OLDEST_BAR = Duration.ofMinutes(3);
    private static final Duration OLDEST_FEATURE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final SettingsReads settings;
    private final Accounts accounts;

    private final InstantSource run;

    /// @param run what the clocks of services show that trade at a broker
    StatusReader(DataSource source, InstantSource run) {
        this.jdbc = JdbcClient.create(source);
        this.settings = new PostgresSettingsReads(Database.over(source));
        this.accounts = new PostgresAccounts(Database.over(source));
        this.run = run;
    }

    Status read() {
        MarketMoment now = MarketMoment.read(jdbc, run);
        Timestamp day = Timestamp.from(now.at().map(StatusReader::midnight).orElse(Instant.EPOCH));
        List<JobLine> jobs = rows(JOBS, (row, _) -> job(row, now));
        List<AlertLine> alerts = rows(ALERTS, (row, _) -> alert(row));
        return new Status(
                text("select current_database()").orElseThrow(),
                now.mode(),
                text("select build_id from job_runs order by started_at desc, run_id desc limit 1"),
                now.at(),
                now.isOpen(),
                newest(NEWEST_BAR),
                lags(now),
                problems(jobs, now),
                jdbc.sql(ACCOUNTS).param("day", day).query((row, _) -> account(row, now)).list(),
                jobs,
                rows(SIGNALS, (row, _) -> signal(row)),
                jdbc.sql(SKIPS)
                        .param("day", day)
                        .query((row, _) -> new SkipLine(row.getString(1), row.getLong(2)))
                        .list(),
                rows(BEATS, (row, _) -> beat(row)),
                rows(
                        "select name, value from capabilities order by name",
                        (row, _) -> new Capability(row.getString(1), row.getString(2))),
                alerts);
    }

    /// Which stored values are refused, by whom and why.
    private List<String> settingFaults(MarketMoment now) {
        return settings.faults(now.at().orElse(Instant.EPOCH)).stream()
                .map(fault ->
                        fault.reason()
                                + fault.service().map(" (told by %s)"::formatted).orElse("")
                                + "; the last good value stays, and no entries are made")
                .toList();
    }

    private static Instant midnight(Instant now) {
        return NewYork.startOf(NewYork.dateOf(now));
    }

    private List<DataLag> lags(MarketMoment now) {
        return now.health().stream()
                .flatMap(moment ->
                        Stream.of(
                                lag("bars", newest(NEWEST_BAR), OLDEST_BAR, moment),
                                lag("features", newest(NEWEST_FEATURE), OLDEST_FEATURE, moment)))
                .toList();
    }

    private static DataLag lag(
            String what, Optional<Instant> newest, Duration limit, HealthMoment moment) {
        HealthReading reading = moment.lag(newest, limit);
        return new DataLag(what, reading.isGood(), reading.detail());
    }

    private List<String> problems(List<JobLine> jobs, MarketMoment now) {
        Stream<String> failed =
                jobs.stream()
                        .filter(job -> job.status().equals("FAILED"))
                        .map(job ->
                                "the last run of %s%s failed"
                                        .formatted(
                                                job.job(),
                                                job.account().map(id -> " " + id).orElse("")));
        List<String> found =
                now.at()
                        .map(at -> new Problems(jdbc).now(at, now.isOpen()))
                        .orElseGet(() -> List.of("nothing has run yet"));
        return Stream.of(failed, settingFaults(now).stream(), found.stream())
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

    private AccountLine account(ResultSet row, MarketMoment now) throws SQLException {
        String id = row.getString("account_id");
        TradingStatus status =
                accounts.tradingStatus(new AccountId(id), now.at().orElse(Instant.EPOCH));
        return new AccountLine(
                id,
                row.getString("strategy"),
                status.state().name(),
                status.reason(),
                status.until(),
                Optional.ofNullable(row.getBigDecimal("equity")),
                Optional.ofNullable(row.getBigDecimal("pnl")),
                Optional.ofNullable(row.getBigDecimal("realised")),
                row.getBigDecimal("daily_loss_limit"),
                row.getLong("open"),
                row.getLong("max_positions"),
                row.getLong("entries"),
                row.getLong("daily_entries"),
                row.getBigDecimal("exposure"),
                row.getBigDecimal("max_exposure"),
                row.getLong("closed"));
    }

    private static JobLine job(ResultSet row, MarketMoment now) throws SQLException {
        JobName job = JobName.valueOf(row.getString("job"));
        Instant last = row.getTimestamp("as_of").toInstant();
        Optional<Duration> cadence =
                Optional.ofNullable(row.getObject("cadence", Integer.class))
                        .map(Duration::ofSeconds);
        return new JobLine(
                job.name(),
                Optional.ofNullable(row.getString("account_id")),
                row.getString("status"),
                last,
                Optional.ofNullable(row.getObject("items", Long.class)),
                Optional.ofNullable(row.getObject("expected", Long.class)),
                row.getLong("failures"),
                now.health()
                        .map(JobLateness::new)
                        .filter(at -> at.isLate(job, cadence, last))
                        .isPresent());
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
