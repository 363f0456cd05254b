package io.opspipeline.domain.job;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// The only list of jobs, their times and what wakes them (trading rules, section 1).
///
/// @param job the job
/// @param owner the service that runs it
/// @param stage its place among things of the same instant
/// @param every period inside the session; empty for a job at a time of day
/// @param at New York time of day on a session day; empty for a periodic job
/// @param wokenBy the topics that start it at once
/// @param perAccount true when it runs once per account
public record JobSchedule(
        JobName job,
        String owner,
        Stage stage,
        Optional<Duration> every,
        Optional<LocalTime> at,
        List<Topic> wokenBy,
        boolean perAccount) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Every job there is.
    public static final List<JobSchedule> ALL =
            List.of(
                    periodic(JobName.TELEMETRY, Stage.TELEMETRY, MINUTE, false),
                    periodic(JobName.FEATURES, Stage.FEATURES, MINUTE, false, Topic.BARS),
                    periodic(JobName.SIGNALS, Stage.SIGNALS, MINUTE, false, Topic.FEATURES),
                    periodic(JobName.WATCHLIST, Stage.WATCHLIST, Duration.ofMinutes(5), false),
                    periodic(
                            JobName.DISPATCHER,
                            Stage.DISPATCHER,
                            MINUTE,
                            true,
                            Topic.SIGNALS,
                            Topic.TRADING_STATES),
                    periodic(JobName.TRADE_STREAM, Stage.TRADE_STREAM, MINUTE, true),
                    periodic(
                            JobName.POSITION_MANAGER,
                            Stage.POSITION_MANAGER,
                            MINUTE,
                            true,
                            Topic.FILLS,
                            Topic.TRADING_STATES),
                    new JobSchedule(
                            JobName.EQUITY_SNAPSHOT,
                            "position-manager",
                            Stage.RECORD,
                            Optional.of(Duration.ofMinutes(5)),
                            Optional.empty(),
                            List.of(),
                            true),
                    daily(JobName.IV_RECORD, "telemetry", Stage.RECORD, LocalTime.of(15, 50)),
                    daily(JobName.REPORT, "position-manager", Stage.REPORT, LocalTime.of(16, 20)));

    /// The schedule of a job.
    public static JobSchedule of(JobName job) {
        return ALL.stream().filter(entry -> entry.job == job).findFirst().orElseThrow();
    }

    /// The period for an account; empty for a daily job. A dispatcher's is the account's cadence
    /// where that is longer.
    ///
    /// @param cadence of the account; zero when the job runs for none
    public Optional<Duration> every(Duration cadence) {
        return every.map(period ->
                job == JobName.DISPATCHER && cadence.compareTo(period) > 0 ? cadence : period);
    }

    private static JobSchedule periodic(
            JobName job, Stage stage, Duration every, boolean perAccount, Topic... wokenBy) {
        return new JobSchedule(
                job,
                job.label(),
                stage,
                Optional.of(every),
                Optional.empty(),
                List.of(wokenBy),
                perAccount);
    }

    private static JobSchedule daily(JobName job, String owner, Stage stage, LocalTime at) {
        return new JobSchedule(
                job, owner, stage, Optional.empty(), Optional.of(at), List.of(), false);
    }
}
