package io.opspipeline.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A-89: exits by time; all times New York")
class ForcedExitsTest {

    private static final ForcedExits EXITS =
            new ForcedExits(SessionCalendar.nyse(), ForcedExitTimes.DEFAULT);

    @ParameterizedTest
    @DisplayName("A-89: EXPIRY goes by the last session on or before the expiry date")
    @CsvSource({
        "DAY,   SPY250103C00590000, 2025-01-03T14:55",
        "SWING, SPY250103C00590000, 2025-01-03T09:35",
        "DAY,   SPY251128C00590000, 2025-11-28T11:55",
        "SWING, SPY250418C00590000, 2025-04-17T09:35",
        "DAY,   SPY250109C00590000, 2025-01-08T14:55",
        "SWING, SPY250621C00590000, 2025-06-20T09:35"
    })
    void expiresByTheExpirySession(Strategy strategy, String symbol, LocalDateTime expected) {
        assertThat(EXITS.expiry(strategy, Instrument.ofSymbol(symbol))).contains(newYork(expected));
    }

    @Test
    void neverExpiresAStock() {
        assertThat(EXITS.expiry(Strategy.SWING, Instrument.ofSymbol("SPY"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-02T10:00, 2025-01-02T15:40",
        "2025-07-03T10:00, 2025-07-03T12:40",
        "2025-03-10T10:00, 2025-03-10T15:40"
    })
    void endsTheDayBeforeTheClose(LocalDateTime entry, LocalDateTime expected) {
        assertThat(EXITS.endOfDay(Strategy.DAY, newYork(entry))).contains(newYork(expected));
        assertThat(EXITS.endOfDay(Strategy.SWING, newYork(entry))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("A-89: the entry session is the first of five")
    @CsvSource({
        "2025-01-02T10:00, 2025-01-08T15:45",
        "2025-01-08T10:00, 2025-01-15T15:45",
        "2025-03-07T10:00, 2025-03-13T15:45",
        "2025-11-24T10:00, 2025-12-01T15:45",
        "2025-06-30T10:00, 2025-07-07T15:45"
    })
    void holdsASwingForFiveSessions(LocalDateTime entry, LocalDateTime expected) {
        assertThat(EXITS.maxHold(Strategy.SWING, newYork(entry))).isEqualTo(newYork(expected));
    }

    @Test
    void holdsADayTradeForFourHours() {
        var entry = Instant.parse("2025-01-02T14:40:00Z");

        assertThat(EXITS.maxHold(Strategy.DAY, entry)).isEqualTo("2025-01-02T18:40:00Z");
    }

    @ParameterizedTest
    @DisplayName("A-90: incident 40: a contract that expires today survives its entry")
    @CsvSource({
        "SPY250103C00590000, 2025-01-03T09:35, 2025-01-03T13:35",
        "SPY250103C00590000, 2025-01-03T12:00, 2025-01-03T14:55",
        "SPY250106C00590000, 2025-01-03T12:00, 2025-01-03T15:40"
    })
    void leavesADayTradeRoom(String symbol, LocalDateTime entry, LocalDateTime expected) {
        var earliest = EXITS.earliest(Strategy.DAY, Instrument.ofSymbol(symbol), newYork(entry));

        assertThat(earliest).isEqualTo(newYork(expected));
        assertThat(Duration.between(newYork(entry), earliest)).isGreaterThan(Duration.ofHours(2));
    }

    private static Instant newYork(LocalDateTime time) {
        return NewYork.at(time.toLocalDate(), time.toLocalTime());
    }

    @Test
    void refusesAHoldOfNothing() {
        assertThat(times(Duration.ofMinutes(1), 1).swingHoldSessions()).isEqualTo(1);
        assertThatThrownBy(() -> times(Duration.ZERO, 1)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> times(Duration.ofMinutes(1), 0))
                .hasMessageContaining("must be positive");
    }

    private static ForcedExitTimes times(Duration dayHold, int swingSessions) {
        var minute = Duration.ofMinutes(1);
        return new ForcedExitTimes(minute, minute, minute, dayHold, swingSessions, minute);
    }
}
