package io.opspipeline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CalendarPropertyTest {

    private static final int CASES = 10_000;
    private static final SessionCalendar NYSE = SessionCalendar.nyse();
    private static final LocalDate FIRST = LocalDate.of(2013, 2, 1);
    private static final int DAYS = 16 * 365;

    @Test
    @DisplayName("A-34: no session lies between a day and its next or previous one")
    void stepsFromSessionToSession() {
        Seeds.check(
                CASES,
                random -> {
                    LocalDate day = day(random);
                    Session next = NYSE.next(day);
                    Session last = NYSE.lastOnOrBefore(day);

                    assertThat(next.date()).isAfter(day);
                    assertThat(NYSE.previous(next.date())).isEqualTo(last);
                    assertThat(NYSE.next(last.date())).isEqualTo(next);
                    assertThat(NYSE.between(day.plusDays(1), next.date())).containsExactly(next);
                    assertThat(NYSE.sessionOn(day).isPresent()).isEqualTo(last.date().equals(day));
                });
    }

    @Test
    @DisplayName("A-34: the n-th session of a count is the last of so many")
    void countsSessions() {
        Seeds.check(
                CASES,
                random -> {
                    Session first = NYSE.next(day(random));
                    int n = 1 + random.nextInt(10);
                    Session nth = NYSE.sessionsAfter(first.date(), n);

                    assertThat(NYSE.between(first.date(), nth.date())).hasSize(n).endsWith(nth);
                });
    }

    @Test
    @DisplayName("A-108: it is open by the clock of New York, in summer and in winter")
    void opensByTheClockOfNewYork() {
        Seeds.check(
                CASES,
                random -> {
                    Instant instant = instant(random);
                    LocalTime time = NewYork.timeOf(instant);
                    boolean byTheClock =
                            NYSE.sessionOn(NewYork.dateOf(instant))
                                    .map(Session::close)
                                    .map(NewYork::timeOf)
                                    .filter(close -> !time.isBefore(Session.OPEN))
                                    .filter(time::isBefore)
                                    .isPresent();

                    assertThat(NYSE.isOpen(instant)).isEqualTo(byTheClock);
                });
    }

    @Test
    @DisplayName("A-34: the open time of two spans is the open time of both together")
    void addsOpenTime() {
        Seeds.check(
                CASES,
                random -> {
                    Instant from = instant(random);
                    Instant middle = from.plusSeconds(random.nextInt(500_000));
                    Instant to = middle.plusSeconds(random.nextInt(500_000));
                    Duration open = NYSE.openTime(from, to);

                    assertThat(NYSE.openTime(from, middle).plus(NYSE.openTime(middle, to)))
                            .isEqualTo(open);
                    assertThat(open).isBetween(Duration.ZERO, Duration.between(from, to));
                });
    }

    private static LocalDate day(RandomGenerator random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /// Half of them near the hours of a session.
    private static Instant instant(RandomGenerator random) {
        LocalTime time =
                random.nextBoolean()
                        ? LocalTime.ofSecondOfDay(random.nextInt(86_400))
                        : LocalTime.of(random.nextInt(9, 17), 30 * random.nextInt(2));
        return NewYork.at(day(random), time);
    }
}
