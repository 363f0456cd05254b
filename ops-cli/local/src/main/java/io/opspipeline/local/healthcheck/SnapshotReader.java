package io.opspipeline.local.healthcheck;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.AccountSigns;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.Flow;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.JobSigns;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.LastDone;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.Open;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.OpenRun;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.OrderSigns;
import io.opspipeline.local.healthcheck.rules.HealthSnapshot.RunTally;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/// Reads what the rules of health look at.
final class SnapshotReader {

    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final SessionCalendar calendar;

    SnapshotReader(Database database, SessionCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    HealthSnapshot asOf(Instant asOf) {
        Optional<Session> session = calendar.sessionAt(asOf);
        Instant from = session.map(Session::open).orElse(asOf);
        Instant dayAgo = asOf.minus(DAY);
        return new HealthSnapshot(
                asOf,
                session,
                flow(from),
                accounts(from),
                new OrderSigns(
                        open(HealthQueries.DOUBTS, dayAgo),
                        open(HealthQueries.IDLE_CLOSES, dayAgo),
                        open(HealthQueries.UNBOOKED, dayAgo),
                        open(HealthQueries.WITHOUT_OUTCOME, dayAgo),
                        open(HealthQueries.DOUBLES, dayAgo)),
                new JobSigns(
                        rows(HealthQueries.TALLIES, dayAgo, (row, _) -> tally(new Row(row))),
                        rows(HealthQueries.UNFINISHED, dayAgo, (row, _) -> run(new Row(row))),
                        done(from)));
    }

    private Flow flow(Instant from) {
        return rows(HealthQueries.FLOW, from, (row, _) -> flow(new Row(row))).getFirst();
    }

    private List<AccountSigns> accounts(Instant from) {
        return database.jdbc()
                .sql(HealthQueries.ACCOUNTS)
                .param("from", Bound.at(from))
                .param("stream", JobName.TRADE_STREAM.label())
                .param("manager", JobName.POSITION_MANAGER.label())
                .query((row, _) -> signs(row))
                .list();
    }

    private List<LastDone> done(Instant from) {
        return database.jdbc()
                .sql(HealthQueries.DONE)
                .param("from", Bound.at(from))
                .param("shared", periodic(false))
                .param("owned", periodic(true))
                .query((row, _) -> done(new Row(row)))
                .list();
    }

    private static String[] periodic(boolean perAccount) {
        return JobSchedule.ALL.stream()
                .filter(entry -> entry.every().isPresent() && entry.perAccount() == perAccount)
                .map(entry -> entry.job().name())
                .toArray(String[]::new);
    }

    private List<Open> open(String sql, Instant from) {
        return rows(sql, from, (row, _) -> open(new Row(row)));
    }

    private <T> List<T> rows(String sql, Instant from, RowMapper<T> mapper) {
        return database.jdbc().sql(sql).param("from", Bound.at(from)).query(mapper).list();
    }

    private static Flow flow(Row row) throws SQLException {
        return new Flow(
                row.optionalInstant("bar"),
                row.optionalInstant("stream_bar"),
                row.optionalInstant("features"));
    }

    private static AccountSigns signs(ResultSet result) throws SQLException {
        Row row = new Row(result);
        return new AccountSigns(
                row.account("account_id"),
                row.optionalInstant("stream_beat"),
                row.optionalInstant("unreconciled_since"),
                row.optionalInstant("manager_beat"),
                Arrays.asList((String[]) result.getArray("held").getArray()),
                (int) row.bigint("dispatches"),
                (int) row.bigint("blind"));
    }

    private static Open open(Row row) throws SQLException {
        return new Open(row.account("account_id"), row.text("subject"), row.instant("since"));
    }

    private static RunTally tally(Row row) throws SQLException {
        return new RunTally(
                row.text("job"),
                row.optionalText("account_id").map(AccountId::new),
                (int) row.bigint("runs"),
                (int) row.bigint("failed"),
                row.optionalText("reason").orElse("no reason"));
    }

    private static LastDone done(Row row) throws SQLException {
        return new LastDone(
                row.constant("job", JobName.class),
                row.optionalText("account_id").map(AccountId::new),
                Duration.ofSeconds(row.integer("cadence_seconds")),
                row.optionalInstant("finished_at"));
    }

    private static OpenRun run(Row row) throws SQLException {
        return new OpenRun(
                row.text("job"),
                row.optionalText("account_id").map(AccountId::new),
                row.instant("started_at"));
    }
}
