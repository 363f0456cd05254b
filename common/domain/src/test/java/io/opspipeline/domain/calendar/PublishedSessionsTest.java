package io.opspipeline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.PublishedSession;
import io.opspipeline.testkit.PublishedSessions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedSessionsTest {

    @Test
    @DisplayName("A-34, A-65: the sessions of 2020 to 2029 are those that were published")
    void theCalendarKnowsThem() {
        var ours =
                SessionCalendar.nyse()
                        .between(LocalDate.of(2020, 1, 1), LocalDate.of(2029, 12, 31))
                        .stream()
                        .map(each -> new PublishedSession(each.date(), each.open(), each.close()))
                        .toList();

        assertThat(PublishedSessions.all()).hasSize(2512).isEqualTo(ours);
        assertThat(
                        ours.stream()
                                .filter(each -> !each.afterOpen(210).isBefore(each.close()))
                                .map(PublishedSession::date)
                                .collect(Collectors.toSet()))
                .isEqualTo(PublishedSessions.halfDays());
    }

    /// The days around a change of the clocks, and half-days in summer and winter, by hand.
    @ParameterizedTest
    @CsvSource({
        "2020-03-06, 2020-03-06T14:30:00Z, 2020-03-06T21:00:00Z",
        "2020-03-09, 2020-03-09T13:30:00Z, 2020-03-09T20:00:00Z",
        "2020-10-30, 2020-10-30T13:30:00Z, 2020-10-30T20:00:00Z",
        "2020-11-02, 2020-11-02T14:30:00Z, 2020-11-02T21:00:00Z",
        "2026-03-06, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z",
        "2026-03-09, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z",
        "2026-10-30, 2026-10-30T13:30:00Z, 2026-10-30T20:00:00Z",
        "2026-11-02, 2026-11-02T14:30:00Z, 2026-11-02T21:00:00Z",
        "2029-03-12, 2029-03-12T13:30:00Z, 2029-03-12T20:00:00Z",
        "2029-11-05, 2029-11-05T14:30:00Z, 2029-11-05T21:00:00Z",
        "2024-07-03, 2024-07-03T13:30:00Z, 2024-07-03T17:00:00Z",
        "2024-11-29, 2024-11-29T14:30:00Z, 2024-11-29T18:00:00Z",
        "2029-12-24, 2029-12-24T14:30:00Z, 2029-12-24T18:00:00Z"
    })
    void holdsWhatWasWrittenByHand(LocalDate date, Instant open, Instant close) {
        assertThat(PublishedSessions.all()).contains(new PublishedSession(date, open, close));
    }
}
