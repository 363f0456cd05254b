package io.opspipeline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCalendarTest {

    private static final SessionCalendar NYSE = SessionCalendar.nyse();

    @ParameterizedTest
    @DisplayName("A-108: incident 56: sessions follow New York through both changes of the clock")
    @CsvSource({
        "2025-03-07, 2025-03-07T14:30:00Z, 2025-03-07T21:00:00Z",
        "2025-03-10, 2025-03-10T13:30:00Z, 2025-03-10T20:00:00Z",
        "2025-10-31, 2025-10-31T13:30:00Z, 2025-10-31T20:00:00Z",
        "2025-11-03, 2025-11-03T14:30:00Z, 2025-11-03T21:00:00Z",
        "2025-11-28, 2025-11-28T14:30:00Z, 2025-11-28T18:00:00Z"
    })
    void opensAndClosesByNewYorkTime(LocalDate date, Instant open, Instant close) {
        assertThat(NYSE.sessionOn(date)).contains(new Session(date, open, close));
    }

    @ParameterizedTest
    @DisplayName("A-65: open from the first instant to just before the close")
    @CsvSource({
        "2025-01-02T14:29:59.999Z, false",
        "2025-01-02T14:30:00Z, true",
        "2025-01-02T20:59:59.999Z, true",
        "2025-01-02T21:00:00Z, false",
        "2025-01-04T16:00:00Z, false",
        "2025-01-09T16:00:00Z, false",
        "2025-07-03T16:59:59Z, true",
        "2025-07-03T17:00:00Z, false"
    })
    void knowsWhenTheMarketIsOpen(Instant instant, boolean open) {
        assertThat(NYSE.isOpen(instant)).isEqualTo(open);
    }

    @Test
    void stepsOverWeekendsAndHolidays() {
        var wednesday = LocalDate.of(2025, 1, 8);

        assertThat(NYSE.next(wednesday).date()).isEqualTo("2025-01-10");
        assertThat(NYSE.previous(LocalDate.of(2025, 1, 10)).date()).isEqualTo(wednesday);
        assertThat(NYSE.lastOnOrBefore(LocalDate.of(2025, 1, 9)).date()).isEqualTo(wednesday);
        assertThat(NYSE.lastOnOrBefore(wednesday).date()).isEqualTo(wednesday);
        assertThat(NYSE.sessionsAfter(wednesday, 1).date()).isEqualTo(wednesday);
        assertThat(NYSE.sessionsAfter(wednesday, 5).date()).isEqualTo("2025-01-15");
    }

    @Test
    void countsOnlyTheTimeThatASessionWasOpen() {
        var from = Instant.parse("2025-11-26T20:30:00Z");
        var to = Instant.parse("2025-12-01T15:00:00Z");

        assertThat(NYSE.openTime(from, to))
                .isEqualTo(Duration.ofMinutes(30).plusMinutes(210).plusMinutes(30));
        assertThat(NYSE.openTime(to, to)).isZero();
    }

    @Test
    void takesTheBrokersListInPlaceOfItsOwnDays() {
        var mourning = LocalDate.of(2025, 1, 3);
        var half = LocalDate.of(2025, 1, 6);
        var corrected = NYSE.with(List.of(Session.early(half)), mourning, half);

        assertThat(corrected.sessionOn(mourning)).isEmpty();
        assertThat(corrected.sessionOn(half)).contains(Session.early(half));
        assertThat(NYSE.sessionOn(mourning)).isPresent();
    }

    @Test
    void refusesAYearThatItDoesNotKnow() {
        assertThatThrownBy(() -> NYSE.sessionOn(LocalDate.of(2030, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2013 to 2029")
                .hasMessageContaining("2030-01-02");
    }
}
