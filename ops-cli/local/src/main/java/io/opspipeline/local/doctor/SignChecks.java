package io.opspipeline.local.doctor;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signs of life in the database, while a run is up and the market is open: elsewhere silence is
/// right.
///
/// @param run what is up
/// @param source the database of the run
/// @param clock the time that it runs on
record SignChecks(RunChecks run, Once<DataSource> source, Supplier<Clock> clock) {

    /// The dispatcher enters nothing when the trade stream was silent for this long.
    private static final Duration STREAM_SILENCE = Duration.ofSeconds(30);

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int PERIODS = 2;

    List<Check> checks() {
        return List.of(
                Check.of("heartbeats", "ops-cli status", () -> inSession(this::heartbeats)),
                Check.of("schedules", "ops-cli status", () -> inSession(this::schedules)));
    }

    private Finding inSession(BiFunction<Session, Instant, Finding> look) {
        if (run.examined().isEmpty()) {
            return Finding.skipped("nothing is up");
        }
        Instant now = clock.get().instant();
        return SessionCalendar.nyse()
                .sessionAt(now)
                .map(session -> look.apply(session, now))
                .orElseGet(() -> Finding.skipped("the market is closed"));
    }

    private Finding heartbeats(Session session, Instant now) {
        Map<String, Duration> late = new TreeMap<>();
        List<Map<String, Object>> rows =
                jdbc().sql("select service, account_id, beat_at from heartbeats")
                        .query()
                        .listOfRows();
        for (Map<String, Object> row : rows) {
            String service = String.valueOf(row.get("service"));
            Duration age = Duration.between(instant(row.get("beat_at")), now);
            Duration limit = service.equals("trade-stream") ? STREAM_SILENCE : SILENCE;
            if (age.compareTo(limit) > 0) {
                late.put(who(service, row.get("account_id")), age);
            }
        }
        if (late.isEmpty()) {
            return rows.isEmpty()
                    ? Finding.fail("none was ever seen", "ops-cli services list")
                    : Finding.pass(rows.size() + " are fresh");
        }
        return Finding.fail("silent: " + told(late), "ops-cli services restart the silent one");
    }

    private Finding schedules(Session session, Instant now) {
        Map<String, Duration> late = new TreeMap<>();
        int walked = 0;
        for (JobSchedule schedule : JobSchedule.ALL) {
            Optional<Duration> period = schedule.every();
            if (period.isEmpty()) {
                continue;
            }
            walked++;
            Instant since = lastRun(schedule.job(), session.open());
            Duration age = Duration.between(since, now);
            // A dispatcher's period is its account's cadence, five minutes at most.
            Duration limit =
                    schedule.perAccount()
                            ? Duration.ofMinutes(10)
                            : period.get().multipliedBy(PERIODS);
            if (age.compareTo(limit) > 0) {
                late.put(schedule.job().label(), age);
            }
        }
        return late.isEmpty()
                ? Finding.pass(walked + " periodic jobs are on time")
                : Finding.fail("late: " + told(late), "ops-cli status tells their last runs");
    }

    private Instant lastRun(JobName job, Instant otherwise) {
        return jdbc().sql(
                        """
                        select finished_at from job_runs
                        where job = :job and status = 'DONE' and started_at >= :since
                        order by started_at desc limit 1
                        """)
                .param("job", job.name())
                .param("since", otherwise.atZone(NewYork.ZONE).toOffsetDateTime())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(otherwise);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(source.get());
    }

    private static String told(Map<String, Duration> late) {
        return late.entrySet().stream()
                .map(each -> each.getKey() + " for " + each.getValue().toSeconds() + " s")
                .toList()
                .toString();
    }

    private static String who(String service, @Nullable Object account) {
        return account == null ? service : service + " of " + account;
    }

    private static Instant instant(@Nullable Object at) {
        return at instanceof Timestamp stamp ? stamp.toInstant() : Instant.EPOCH;
    }
}
