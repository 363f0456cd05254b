package io.opspipeline.cli.watch;

import io.opspipeline.cli.market.MarketMoment;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the services are by what they left in the database: the newest run of their jobs and their
/// heartbeats.
final class StoredSigns implements ServiceLines {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String SIGNS =
            """
            select job as who, true as is_job, last.as_of as at, last.status
            from (values %s) jobs (job)
            cross join lateral (select as_of, status from job_runs r where r.job = jobs.job
                                order by started_at desc limit 1) last
            union all
            select service, false, max(beat_at), 'DONE' from heartbeats group by service
            """
                    .formatted(periodicJobs());

    private record Sign(String service, Instant at, boolean failed) {}

    @Override
    public List<ServiceLine> read(JdbcClient jdbc, MarketMoment now) {
        Map<String, Sign> newest = new TreeMap<>();
        jdbc.sql(SIGNS)
                .query((row, _) ->
                        new Sign(
                                service(row.getString("who"), row.getBoolean("is_job")),
                                row.getTimestamp("at").toInstant(),
                                row.getString("status").equals("FAILED")))
                .list()
                .forEach(sign -> newest.merge(sign.service(), sign, StoredSigns::newer));
        return newest.values().stream().map(sign -> line(sign, now)).toList();
    }

    private static ServiceLine line(Sign sign, MarketMoment now) {
        Optional<Duration> age = now.age(sign.at());
        boolean late = now.isOpen() && age.filter(each -> each.compareTo(PATIENCE) > 0).isPresent();
        String state = sign.failed() ? "failed" : late ? "late" : now.isOpen() ? "ok" : "idle";
        return new ServiceLine(sign.service(), state, !sign.failed() && !late, age, "");
    }

    private static String service(String who, boolean isJob) {
        return isJob ? JobSchedule.of(JobName.valueOf(who)).owner() : who;
    }

    private static Sign newer(Sign one, Sign other) {
        Instant at = one.at().isAfter(other.at()) ? one.at() : other.at();
        return new Sign(one.service(), at, one.failed() || other.failed());
    }

    private static String periodicJobs() {
        return JobSchedule.ALL.stream()
                .filter(schedule -> schedule.every().isPresent())
                .map(schedule -> "('%s')".formatted(schedule.job().name()))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }
}
