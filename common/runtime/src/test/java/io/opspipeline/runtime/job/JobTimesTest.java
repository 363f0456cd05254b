package io.opspipeline.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.JobSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTimesTest {

    @ParameterizedTest
    @DisplayName("A-108: session jobs begin at 09:30 New York on both sides of both DST changes")
    @CsvSource({
        "2026-03-06T00:00:00Z, 2026-03-06T14:30:00Z",
        "2026-03-09T00:00:00Z, 2026-03-09T13:30:00Z",
        "2026-10-30T00:00:00Z, 2026-10-30T13:30:00Z",
        "2026-11-02T00:00:00Z, 2026-11-02T14:30:00Z",
    })
    void beginsAtTheOpen(Instant after, Instant open) {
        assertThat(times(JobName.TELEMETRY).after(after)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "a minute later,          2026-11-19T14:30:00Z, 2026-11-19T14:31:00Z",
        "between two times,       2026-11-19T14:30:59.9Z, 2026-11-19T14:31:00Z",
        "the close counts,        2026-11-19T20:59:00Z, 2026-11-19T21:00:00Z",
        "then the next session,   2026-11-19T21:00:00Z, 2026-11-20T14:30:00Z",
        "over the weekend,        2026-11-20T21:00:00Z, 2026-11-23T14:30:00Z",
        "over Thanksgiving,       2026-11-25T21:00:00Z, 2026-11-27T14:30:00Z",
        "the half-day's close,    2026-11-27T17:59:00Z, 2026-11-27T18:00:00Z",
        "nothing after it,        2026-11-27T18:00:00Z, 2026-11-30T14:30:00Z",
    })
    void walksMinutesOfSessions(String what, Instant after, Instant next) {
        assertThat(times(JobName.TELEMETRY).after(after)).as(what).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "IV_RECORD, full day at 15:50,         2026-11-19T00:00:00Z, 2026-11-19T20:50:00Z",
        "IV_RECORD, half-day 10 min to close,  2026-11-27T00:00:00Z, 2026-11-27T17:50:00Z",
        "IV_RECORD, next day once it passed,   2026-11-19T20:50:00Z, 2026-11-20T20:50:00Z",
        "REPORT,    full day at 16:20,         2026-11-19T00:00:00Z, 2026-11-19T21:20:00Z",
        "REPORT,    half-day too,              2026-11-27T00:00:00Z, 2026-11-27T21:20:00Z",
        "REPORT,    not on a holiday,          2026-11-26T00:00:00Z, 2026-11-27T21:20:00Z",
    })
    void walksTimesOfDayOnSessionDays(JobName job, String what, Instant after, Instant next) {
        assertThat(times(job).after(after)).as(what).isEqualTo(next);
    }

    @Test
    void tellsWhetherASlowerCadenceIsDue() {
        JobTimes dispatcher = times(JobName.DISPATCHER);
        var fiveMinutes = java.time.Duration.ofMinutes(5);

        assertThat(dispatcher.isDue(Instant.parse("2026-11-19T14:30:00Z"), fiveMinutes)).isTrue();
        assertThat(dispatcher.isDue(Instant.parse("2026-11-19T14:34:00Z"), fiveMinutes)).isFalse();
        assertThat(dispatcher.isDue(Instant.parse("2026-11-19T14:35:00Z"), fiveMinutes)).isTrue();
    }

    @Test
    void everyJobOfTheScheduleIsDueOnAFullDay() {
        Instant night = Instant.parse("2026-11-19T05:00:00Z");
        List<JobName> due = new ArrayList<>();
        for (JobSchedule schedule : JobSchedule.ALL) {
            Instant next = times(schedule.job()).atOrAfter(night);
            if (next.isBefore(night.plusSeconds(24 * 3600))) {
                due.add(schedule.job());
            }
        }

        assertThat(due).containsExactlyInAnyOrder(JobName.values());
    }

    private static JobTimes times(JobName job) {
        return new JobTimes(JobSchedule.of(job), SessionCalendar.nyse());
    }
}
