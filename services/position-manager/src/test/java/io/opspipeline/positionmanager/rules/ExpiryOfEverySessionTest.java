package io.opspipeline.positionmanager.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.testkit.PublishedSession;
import io.opspipeline.testkit.PublishedSessions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A contract that expires, in every session of ten years: calm quotes, so that nothing but the
/// clock closes it.
@DisplayName("A-89: EXPIRY in every session of 2020 to 2029")
class ExpiryOfEverySessionTest {

    private static final DateTimeFormatter OCC_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final List<PublishedSession> SESSIONS = PublishedSessions.all();

    @Test
    void aDayTradeIsClosedFromCloseMinus65MinutesOn() {
        for (PublishedSession session : SESSIONS) {
            assertClosedFrom(
                    session.beforeClose(65),
                    session,
                    at -> exit(session.date(), Strategy.DAY, session.beforeClose(95), at));
        }
    }

    @Test
    void aSwingIsClosedFromOpenPlusFiveMinutesOn() {
        for (int i = 4; i < SESSIONS.size(); i++) {
            PublishedSession bought = SESSIONS.get(i - 4);
            PublishedSession before = SESSIONS.get(i - 1);
            PublishedSession session = SESSIONS.get(i);
            assertThat(
                            exit(
                                    session.date(),
                                    Strategy.SWING,
                                    bought.afterOpen(5),
                                    before.close().minusSeconds(1)))
                    .as("the session before %s", session)
                    .isEmpty();
            assertClosedFrom(
                    session.afterOpen(5),
                    session,
                    at -> exit(session.date(), Strategy.SWING, bought.afterOpen(5), at));
        }
    }

    @Test
    void anExpiryOnAHolidayIsTheSessionBefore() {
        List<LocalDate> holidays = PublishedSessions.holidays();
        for (LocalDate holiday : holidays.subList(1, holidays.size())) {
            PublishedSession last =
                    SESSIONS.stream()
                            .filter(each -> each.date().isBefore(holiday))
                            .reduce((_, later) -> later)
                            .orElseThrow();
            assertClosedFrom(
                    last.beforeClose(65),
                    last,
                    at -> exit(holiday, Strategy.DAY, last.beforeClose(95), at));
        }
        assertThat(holidays).hasSize(97);
    }

    /// Market time by hand: winter, summer, the days around a change of the clocks, half-days.
    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-01-15, 2026-01-15T19:55:00Z, 14:55",
        "DAY, 2026-03-06, 2026-03-06T19:55:00Z, 14:55",
        "DAY, 2026-03-09, 2026-03-09T18:55:00Z, 14:55",
        "DAY, 2026-10-30, 2026-10-30T18:55:00Z, 14:55",
        "DAY, 2026-11-02, 2026-11-02T19:55:00Z, 14:55",
        "DAY, 2024-07-03, 2024-07-03T15:55:00Z, 11:55",
        "DAY, 2026-11-27, 2026-11-27T16:55:00Z, 11:55",
        "DAY, 2029-12-24, 2029-12-24T16:55:00Z, 11:55",
        "SWING, 2026-03-06, 2026-03-06T14:35:00Z, 09:35",
        "SWING, 2026-03-09, 2026-03-09T13:35:00Z, 09:35",
        "SWING, 2026-11-02, 2026-11-02T14:35:00Z, 09:35",
        "SWING, 2026-11-27, 2026-11-27T14:35:00Z, 09:35"
    })
    void theClockOnTheWall(Strategy strategy, LocalDate expiry, Instant due, String newYork) {
        Instant opened =
                strategy == Strategy.DAY ? due.minusSeconds(1800) : due.minusSeconds(86400);

        assertThat(NewYork.timeOf(due)).hasToString(newYork);
        assertThat(exit(expiry, strategy, opened, due.minusSeconds(1))).isEmpty();
        assertThat(exit(expiry, strategy, opened, due)).contains(ExitReason.EXPIRY);
    }

    private static void assertClosedFrom(
            Instant due, PublishedSession session, Function<Instant, Optional<ExitReason>> exit) {
        assertThat(exit.apply(due.minusSeconds(1))).as("a second before, %s", session).isEmpty();
        assertThat(exit.apply(due)).as("due, %s", session).contains(ExitReason.EXPIRY);
        assertThat(exit.apply(session.close().minusSeconds(1)))
                .as("the last second, %s", session)
                .contains(ExitReason.EXPIRY);
        assertThat(exit.apply(session.close())).as("at the close, %s", session).isEmpty();
    }

    private static Optional<ExitReason> exit(
            LocalDate expiry, Strategy strategy, Instant opened, Instant asOf) {
        String contract = "NVDA" + OCC_DATE.format(expiry) + "C00100000";
        return Scene.swing()
                .of(contract, strategy)
                .openedAt(opened)
                .at(asOf)
                .exit()
                .map(Exit::rule);
    }
}
