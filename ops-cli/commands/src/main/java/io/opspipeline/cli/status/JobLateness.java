package io.opspipeline.cli.status;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.job.JobTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a job has missed its time (acceptance statement 112): a periodic one when it last ran
/// more than two periods of an open session ago, a daily one ten minutes after its time.
///
/// @param moment when that is asked
record JobLateness(HealthMoment moment) {

    private static final int PERIODS = 2;
    private static final Duration GRACE = Duration.ofMinutes(10);

    /// @param cadence the account's own period, where it is longer
    /// @param last when the job last ran
    boolean isLate(JobName job, Optional<Duration> cadence, Instant last) {
        JobSchedule schedule = JobSchedule.of(job);
        return schedule.every(cadence.orElse(Duration.ZERO))
                .map(period -> isLate(period, last))
                .orElseGet(() -> isLateToday(schedule, last));
    }

    private boolean isLate(Duration period, Instant last) {
        return moment.session().isPresent()
                && !moment.lag(Optional.of(last), period.multipliedBy(PERIODS)).isGood();
    }

    private boolean isLateToday(JobSchedule schedule, Instant last) {
        Instant midnight = NewYork.startOf(NewYork.dateOf(moment.asOf()));
        Instant due = new JobTimes(schedule, SessionCalendar.nyse()).atOrAfter(midnight);
        return moment.asOf().isAfter(due.plus(GRACE)) && last.isBefore(due);
    }
}
