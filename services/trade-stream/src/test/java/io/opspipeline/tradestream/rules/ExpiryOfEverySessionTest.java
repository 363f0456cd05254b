package io.opspipeline.tradestream.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.testkit.PublishedSession;
import io.opspipeline.testkit.PublishedSessions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A contract that the broker no longer holds: from when on its expiry explains that.
@DisplayName("A-99: the end of a contract in every session of 2020 to 2029")
class ExpiryOfEverySessionTest {

    private static final Optional<Price> AT_STRIKE = Optional.of(Price.of("100.00"));
    private static final Optional<Price> ABOVE_STRIKE = Optional.of(Price.of("100.01"));
    private static final Optional<Price> BELOW_STRIKE = Optional.of(Price.of("99.99"));

    private final EndRule rule = new EndRule(SessionCalendar.nyse());

    @Test
    void endsWithTheCloseOfItsSession() {
        for (PublishedSession session : PublishedSessions.all()) {
            assertEndsAt(session.close(), session.date(), session);
        }
    }

    @Test
    void endsOnTheSessionBeforeAHoliday() {
        var holidays = PublishedSessions.holidays();
        for (LocalDate holiday : holidays.subList(1, holidays.size())) {
            PublishedSession last =
                    PublishedSessions.all().stream()
                            .filter(each -> each.date().isBefore(holiday))
                            .reduce((_, later) -> later)
                            .orElseThrow();
            assertEndsAt(last.close(), holiday, last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06, 2026-03-06T21:00:00Z",
        "2026-03-09, 2026-03-09T20:00:00Z",
        "2026-10-30, 2026-10-30T20:00:00Z",
        "2026-11-02, 2026-11-02T21:00:00Z",
        "2024-07-03, 2024-07-03T17:00:00Z",
        "2026-11-27, 2026-11-27T18:00:00Z",
        "2026-04-03, 2026-04-02T20:00:00Z"
    })
    void theCloseByHand(LocalDate expiry, Instant close) {
        assertThat(rule.expiredAt(call(expiry), close.minusSeconds(1))).isEmpty();
        assertThat(rule.expiredAt(call(expiry), close)).contains(close);
    }

    private void assertEndsAt(Instant close, LocalDate expiry, PublishedSession session) {
        assertEndsAt(close, call(expiry), ABOVE_STRIKE, BELOW_STRIKE, session);
        assertEndsAt(close, put(expiry), BELOW_STRIKE, ABOVE_STRIKE, session);
    }

    private void assertEndsAt(
            Instant close,
            Instrument option,
            Optional<Price> inTheMoney,
            Optional<Price> outOfTheMoney,
            PublishedSession session) {
        assertThat(rule.end(option, inTheMoney, close.minusSeconds(1)).state())
                .as("a second before, %s", session)
                .isEqualTo(PositionState.RECONCILED);
        EndRule.End exercised = rule.end(option, inTheMoney, close.plusSeconds(3600));
        assertThat(exercised.state()).as("%s", session).isEqualTo(PositionState.EXERCISED);
        assertThat(exercised.at()).isEqualTo(close);
        for (Optional<Price> worthless : List.of(AT_STRIKE, outOfTheMoney)) {
            EndRule.End end = rule.end(option, worthless, close);
            assertThat(end.state()).as("%s", session).isEqualTo(PositionState.EXPIRED);
            assertThat(end.at()).isEqualTo(close);
        }
    }

    private static Instrument call(LocalDate expiry) {
        return option(expiry, Right.CALL);
    }

    private static Instrument put(LocalDate expiry) {
        return option(expiry, Right.PUT);
    }

    private static Instrument option(LocalDate expiry, Right right) {
        return new Instrument.Option(new OccSymbol("NVDA", expiry, right, Price.of("100")));
    }
}
