package io.opspipeline.persistence.job;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.job.LastRun;
import io.opspipeline.ports.job.RunHistory;
import io.opspipeline.ports.job.RunLedger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Table `job_runs`: a row per attempt.
public final class PostgresRunLedger implements RunLedger, RunHistory {

    private final Database database;
    private final String buildId;

    /// The runs of a database.
    ///
    /// @param buildId the build that runs, stored with each run
    public PostgresRunLedger(Database database, String buildId) {
        this.database = database;
        this.buildId = buildId;
    }

    /// Of two that begin the same attempt at once, the unique key lets one through. Its owner runs
    /// a job once at a time, so whatever else of it is unfinished ended while the database was
    /// away.
    @Override
    public OptionalLong begin(Tick tick, Instant at) {
        return database.jdbc()
                .sql(
                        """
                        with ended as (
                            update job_runs
                            set status = 'FAILED', note = 'its end was never written down',
                                finished_at = :at
                            where job = :job and account_id is not distinct from :account::text
                                and status = 'RUNNING'
                                and (cause, scheduled_for) <> (:cause, :scheduledFor)
                        )
                        insert into job_runs (job, account_id, cause, scheduled_for, as_of, attempt,
                            status, build_id, started_at)
                        select :job, :account::text, :cause, :scheduledFor, :asOf,
                            coalesce(max(attempt), 0) + 1, 'RUNNING', :build, :at
                        from job_runs
                        where scheduled_for = :scheduledFor and job = :job and cause = :cause
                            and account_id is not distinct from :account::text
                        having coalesce(bool_and(status = 'FAILED'), true) and coalesce(max(attempt), 0) < 3
                        on conflict do nothing
                        returning run_id
                        """)
                .param("job", tick.job().name())
                .param("account", Bound.text(tick.account()))
                .param("cause", tick.cause().name())
                .param("scheduledFor", Bound.at(tick.scheduledFor()))
                .param("asOf", Bound.at(tick.asOf()))
                .param("build", buildId)
                .param("at", Bound.at(at))
                .query((rs, _) -> OptionalLong.of(rs.getLong("run_id")))
                .optional()
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void done(long runId, JobResult result, Instant at) {
        database.jdbc()
                .sql(
                        """
                        update job_runs set status = 'DONE', items = :items, expected = :expected,
                            note = :note, finished_at = :at
                        where run_id = :run and status = 'RUNNING'
                        """)
                .param("items", result.items())
                .param("expected", result.expected())
                .param("note", result.note())
                .param("at", Bound.at(at))
                .param("run", runId)
                .update();
    }

    @Override
    public void failed(long runId, String reason, Instant at) {
        database.jdbc()
                .sql(
                        """
                        update job_runs set status = 'FAILED', note = :reason, finished_at = :at
                        where run_id = :run and status = 'RUNNING'
                        """)
                .param("reason", reason)
                .param("at", Bound.at(at))
                .param("run", runId)
                .update();
    }

    @Override
    public int abandoned(JobName job, Optional<AccountId> account, Instant at) {
        return database.jdbc()
                .sql(
                        """
                        update job_runs set status = 'FAILED', note = 'its process is gone', finished_at = :at
                        where job = :job and account_id is not distinct from :account::text
                            and status = 'RUNNING'
                        """)
                .param("job", job.name())
                .param("account", Bound.text(account))
                .param("at", Bound.at(at))
                .update();
    }

    @Override
    public Optional<Instant> unfinishedSince(JobName job, Optional<AccountId> account) {
        return database.jdbc()
                .sql(
                        """
                        select started_at from job_runs
                        where job = :job and account_id is not distinct from :account::text
                            and status = 'RUNNING'
                        order by started_at limit 1
                        """)
                .param("job", job.name())
                .param("account", Bound.text(account))
                .query((rs, _) -> new Row(rs).instant("started_at"))
                .optional();
    }

    @Override
    public Optional<LastRun> lastDone(JobName job, Optional<AccountId> account) {
        return database.jdbc()
                .sql(
                        """
                        select finished_at, items, expected, note, build_id from job_runs
                        where job = :job and account_id is not distinct from :account::text
                            and status = 'DONE'
                        order by started_at desc, run_id desc limit 1
                        """)
                .param("job", job.name())
                .param("account", Bound.text(account))
                .query((rs, _) -> lastRun(new Row(rs)))
                .optional();
    }

    private static LastRun lastRun(Row row) throws SQLException {
        return new LastRun(
                row.instant("finished_at"),
                new JobResult(row.bigint("items"), row.bigint("expected"), row.text("note")),
                row.text("build_id"));
    }
}
