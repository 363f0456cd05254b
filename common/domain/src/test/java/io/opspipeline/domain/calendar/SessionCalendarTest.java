package io.opspipeline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
    void countsTheMinutesOfASession() {
        var half = Session.early(LocalDate.of(2025, 7, 3));

        assertThat(half.minutes()).isEqualTo(210);
        assertThat(half.minuteOf(half.open())).isZero();
        assertThat(half.minuteOf(half.close().minusMillis(1))).isEqualTo(209);
    }

    static Stream<Arguments> everyQuestion() {
        var known = LocalDate.of(2025, 1, 2);
        return Stream.<Consumer<LocalDate>>of(
                        NYSE::sessionOn,
                        NYSE::next,
                        NYSE::previous,
                        NYSE::lastOnOrBefore,
                        date -> NYSE.sessionsAfter(date, 1),
                        date -> NYSE.between(date, known),
                        date -> NYSE.between(known, date),
                        date -> NYSE.with(List.of(), date, known),
                        date -> NYSE.with(List.of(), known, date))
                .flatMap(question ->
                        Stream.of("2012-12-31", "2030-01-01")
                                .map(day -> Arguments.of(question, LocalDate.parse(day))));
    }

    @ParameterizedTest
    @MethodSource("everyQuestion")
    @DisplayName("A-34: a day outside the known years is an error, never a guess")
    void refusesAYearThatItDoesNotKnow(Consumer<LocalDate> question, LocalDate unknown) {
        assertThatThrownBy(() -> question.accept(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2013 to 2029")
                .hasMessageContaining(unknown.toString());
    }

    @Test
    void answersForTheFirstAndTheLastYear() {
        assertThat(NYSE.next(LocalDate.of(2013, 1, 1)).date()).isEqualTo("2013-01-02");
        assertThat(NYSE.lastOnOrBefore(LocalDate.of(2029, 12, 31)).date()).isEqualTo("2029-12-31");
    }

    @Test
    void countsSessionsFromOneThatIsASession() {
        assertThatThrownBy(() -> NYSE.sessionsAfter(LocalDate.of(2025, 1, 2), 0))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> NYSE.sessionsAfter(LocalDate.of(2025, 1, 1), 2))
                .hasMessageContaining("not a session");
    }

    @Test
    void hasNoSessionThatEndsBeforeItBeginsOrOnAnotherDay() {
        var day = LocalDate.of(2025, 1, 2);
        var open = NewYork.at(day, Session.OPEN);
        var close = NewYork.at(day, Session.CLOSE);

        assertThatThrownBy(() -> new Session(day, open, open)).hasMessageContaining("cannot run");
        assertThatThrownBy(() -> new Session(day.plusDays(1), open, close))
                .hasMessageContaining("cannot run");
    }
}
