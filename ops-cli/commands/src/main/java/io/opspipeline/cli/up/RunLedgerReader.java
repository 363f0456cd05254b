package io.opspipeline.cli.up;

import io.opspipeline.cli.up.RunCommand.Ended;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.runtime.time.Pace;
import io.opspipeline.runtime.time.RealPause;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Waits for the end of a run in the run ledger.
final class RunLedgerReader {

    private static final long STEP_MILLIS = 250;

    private final JdbcClient jdbc;

    RunLedgerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The run's end, or that there was none: the job may be another process's.
    Ended await(JobName job, Optional<String> account, Instant scheduledFor, int looks)
            throws InterruptedException {
        Optional<Ended> ended = find(job, account, scheduledFor);
        for (int look = 1; look < looks && ended.isEmpty(); look++) {
            new RealPause(Pace.REAL).of(Duration.ofMillis(STEP_MILLIS));
            ended = find(job, account, scheduledFor);
        }
        return ended.orElseGet(() ->
                new Ended(
                        job.label(),
                        account,
                        "NOT RUN",
                        "no end within half a minute; does another process own the job?"));
    }

    private Optional<Ended> find(JobName job, Optional<String> account, Instant scheduledFor) {
        return jdbc.sql(
                        """
                        select status, note from job_runs
                        where job = :job and cause = 'WAKE' and scheduled_for = :at
                        and account_id is not distinct from :account::text
                        and finished_at is not null
                        order by attempt desc limit 1
                        """)
                .param("job", job.name())
                .param("at", Timestamp.from(scheduledFor))
                .param("account", account.orElse(null))
                .query((row, _) ->
                        new Ended(
                                job.label(),
                                account,
                                row.getString("status"),
                                row.getString("note")))
                .optional();
    }
}
