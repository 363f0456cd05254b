package io.opspipeline.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.market.BrokerCalendar;
import io.opspipeline.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A day of mourning and a half day that no rule foresees.
class CalendarAheadTest {

    private static final LocalDate SHUT = LocalDate.of(2026, 1, 15);
    private static final LocalDate SHORT = LocalDate.of(2026, 1, 16);

    private final SettableClock clock = SettableClock.at("2026-01-05T15:00:00Z");
    private final HandTimers timers = new HandTimers();
    private final List<String> alerts = new ArrayList<>();
    private UnaryOperator<List<Session>> change = UnaryOperator.identity();

    @Test
    @DisplayName("A-83, A-108: the broker's list of the weeks ahead goes before our own")
    void followsTheBroker() {
        change = CalendarAheadTest::mourning;

        SessionCalendar calendar = begin();

        assertThat(calendar.sessionOn(SHUT)).isEmpty();
        assertThat(calendar.lastOnOrBefore(SHUT).date()).isEqualTo(SHUT.minusDays(1));
        assertThat(calendar.sessionOn(SHORT).orElseThrow().close())
                .isEqualTo(Instant.parse("2026-01-16T18:00:00Z"));
        assertThat(calendar.sessionOn(LocalDate.of(2026, 6, 1))).isPresent();
        assertThat(alerts)
                .containsExactly("WARNING broker-calendar WARNING [2026-01-15, 2026-01-16]");
    }

    @Test
    @DisplayName("a list that changes while the process runs is told, each day once")
    void tellsOfAChange() {
        SessionCalendar calendar = begin();
        timers.fire();
        assertThat(alerts).isEmpty();

        change = CalendarAheadTest::mourning;
        timers.fire();
        assertThat(alerts)
                .containsExactly("CRITICAL broker-calendar CRITICAL [2026-01-15, 2026-01-16]");
        assertThat(calendar.sessionOn(SHUT)).isPresent();
        assertThat(timers.due()).containsExactly(Instant.parse("2026-01-05T21:00:00Z"));
    }

    @Test
    @DisplayName(
            "without an answer, or with an empty one, our own list counts, and it is asked again")
    void keepsOurOwnListWithoutAnAnswer() {
        change = _ -> List.of();
        assertThat(begin().sessionOn(SHUT)).isPresent();
        change =
                _ -> {
                    throw new BrokerUnavailable("no answer");
                };
        assertThat(begin().sessionOn(SHUT)).isPresent();

        change = CalendarAheadTest::mourning;
        timers.fire();
        assertThat(alerts)
                .containsOnly("CRITICAL broker-calendar CRITICAL [2026-01-15, 2026-01-16]");
    }

    private SessionCalendar begin() {
        BrokerCalendar broker =
                (from, to) -> change.apply(SessionCalendar.nyse().between(from, to));
        return new CalendarAhead(
                        () -> broker,
                        (severity, event, _, _, _) -> alerts.add(severity + " " + event),
                        timers,
                        clock)
                .begin();
    }

    private static List<Session> mourning(List<Session> sessions) {
        return sessions.stream()
                .filter(session -> !session.date().equals(SHUT))
                .map(session ->
                        session.date().equals(SHORT)
                                ? new Session(
                                        SHORT,
                                        session.open(),
                                        NewYork.at(SHORT, LocalTime.of(13, 0)))
                                : session)
                .toList();
    }
}
