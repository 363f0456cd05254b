package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitDeskTest {

    private static final String OTHER = "MSFT261218C00400000";

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-86: a minute without quotes is an alarm, and the stop runs on the model")
    void stopsOnTheModel() {
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(5);
        desk.market.silence(Desk.CALL);
        desk.market.underlying = Optional.of(Price.of("97.5"));
        desk.pass(70);

        assertThat(desk.alerts)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("CRITICAL blind " + Desk.CALL);
        assertThat(desk.book.events).containsExactly("closing STOP_LOSS");
        assertThat(desk.broker.journal).isEmpty();
    }

    @Test
    @DisplayName("A-86: the model goes on from the last mark that was believed, not the entry")
    void stopsOnTheModelOfTheLastMark() {
        desk.holding(Desk.CALL, 1).quoting("2.90", "2.98").run(5);
        desk.market.silence(Desk.CALL);
        desk.market.underlying = Optional.of(Price.of("97.5"));
        desk.pass(70);

        assertThat(desk.alerts).hasSize(1);
        assertThat(desk.book.events).isEmpty();
    }

    @Test
    @DisplayName("A-97: the daily loss flattens, and stops entries until the next session")
    void flattensAfterTheDailyLoss() {
        desk.broker.fills = _ -> true;
        desk.book.realised = Money.of("-470");
        desk.holding(Desk.CALL, 2).quoting("1.84", "1.86").run(40);

        assertThat(desk.accounts.changes)
                .containsExactly("REDUCING DAILY_LOSS 2026-11-19 until 2026-11-20T14:30:00Z");
        assertThat(desk.broker.journal).containsExactly("30 sell 2 at 1.84");
        assertThat(desk.book.events)
                .containsExactly("closing DAILY_LOSS", "closed DAILY_LOSS at 1.84");
    }

    @ParameterizedTest
    @DisplayName("A-97, incident 67: entries go on with the next session's open, and not before")
    @CsvSource({
        "2026-11-19T17:00:00Z, 2026-11-20T14:30:00Z",
        "2026-11-20T17:00:00Z, 2026-11-23T14:30:00Z",
        "2026-11-25T17:00:00Z, 2026-11-27T14:30:00Z"
    })
    void resumesWithTheNextSession(Instant noon, Instant nextOpen) {
        Desk day = Desk.at(noon);
        day.book.realised = Money.of("-500");
        day.run(60).run(60);
        day.restarted().run(60).run(60);

        assertThat(day.accounts.changes).hasSize(1);
        assertThat(stateAt(day, nextOpen.minusMillis(1))).isEqualTo(TradingState.REDUCING);
        assertThat(stateAt(day, nextOpen)).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    @DisplayName("A-97, incident 67: a new session of the same process counts its loss anew")
    void countsTheLossOfEachSessionAnew() {
        Desk day = Desk.at(Desk.NOON.minus(Duration.ofDays(1)));
        day.broker.fills = _ -> true;
        day.book.realised = Money.of("-500");
        day.run(60).run(60);
        day.book.realised = Money.ZERO;
        day.pass(Duration.between(day.time.instant(), Desk.NOON).toSeconds());
        day.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(60);
        assertThat(day.book.events).isEmpty();

        day.book.realised = Money.of("-510");
        day.run(60);

        assertThat(day.book.events).startsWith("closing DAILY_LOSS");
        assertThat(day.accounts.changes)
                .containsExactly(
                        "REDUCING DAILY_LOSS 2026-11-18 until 2026-11-19T14:30:00Z",
                        "REDUCING DAILY_LOSS 2026-11-19 until 2026-11-20T14:30:00Z");
    }

    @ParameterizedTest
    @DisplayName("A-97, incident 63: an account's loss is measured by its own limit")
    @CsvSource({"-99.99, 0", "-100, 1"})
    void measuresTheLossByTheAccountsOwnLimit(String realised, int pauses) {
        desk.book.realised = Money.of(realised);
        for (int look = 0; look < 3; look++) {
            desk.run(MemoryAccounts.TINY, 60);
        }

        assertThat(desk.accounts.changes).hasSize(pauses);
    }

    @Test
    @DisplayName("A-61, A-86: a bid that is pulled costs the day its mid, and no other position")
    void countsAPulledBidAtItsMid() {
        desk.book.hold(Desk.position(2, MemoryAccounts.LARGE, OTHER, 1));
        desk.market.quote(OTHER, "2.00", "2.08");
        desk.holding(Desk.CALL, 4).quoting("0", "3.00").run(120);

        assertThat(desk.book.events).containsExactly("closing STOP_LOSS");
        assertThat(desk.accounts.changes).isEmpty();
    }

    @Test
    @DisplayName("A-69: the operator's flatten closes everything at once")
    void flattensForTheOperator() {
        desk.broker.fills = _ -> true;
        desk.flattened();
        desk.holding(Desk.CALL, 2).quoting("2.10", "2.12").run(1);

        assertThat(desk.broker.journal).containsExactly("0 sell 2 at 2.10");
    }

    @Test
    @DisplayName("incident 60: four losing exits in a row pause entries for an hour")
    void pausesAfterAStreak() {
        desk.broker.fills = _ -> true;
        for (int i = 0; i < 3; i++) {
            desk.book.results.add(Optional.of(false));
        }
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(60);

        assertThat(desk.accounts.changes)
                .containsExactly("REDUCING LOSING_STREAK 2026-11-19 #1 until 2026-11-19T18:00:10Z");
        assertThat(desk.restarted().run(0).accounts.changes).hasSize(1);
    }

    @Test
    @DisplayName("fault DB-FAILOVER-MID-TX: a read that fails does not end the evaluations")
    void goesOnAfterAFailedRead() {
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(4);
        desk.book.beforeHeld =
                () -> {
                    throw new IllegalStateException("the database is down");
                };
        desk.pass(11);
        desk.book.beforeHeld = () -> {};
        desk.quoting("1.40", "1.48").pass(10);

        assertThat(desk.time.failures()).hasSize(3);
        assertThat(desk.broker.journal).containsExactly("25 sell 2 at 1.40");
    }

    @Test
    @DisplayName("A-101: a look that breaks on its way gives no sign of life")
    void givesNoSignOfLifeWhenItBreaks() {
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(7);
        desk.market.beforeQuotes =
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                };
        desk.pass(60);

        assertThat(desk.time.failures()).isNotEmpty();
        assertThat(desk.beats).last().isEqualTo("PT5S large 1 held");
    }

    @Test
    @DisplayName("A-104, incident 24: one account's desk never touches another's positions")
    void keepsToItsAccount() {
        desk.book.hold(Desk.position(2, MemoryAccounts.TINY, Desk.CALL, 1));
        desk.quoting("1.00", "1.04").run(60);

        assertThat(desk.broker.journal).isEmpty();
        assertThat(desk.book.held).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("A-99: what is still held 40 minutes before it expires is told")
    @CsvSource({"2026-12-18T20:19:59Z, false", "2026-12-18T20:20:00Z, true"})
    void tellsWhatIsHeldAtExpiry(Instant start, boolean tells) {
        Desk last = Desk.at(start);
        last.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(1);

        assertThat(last.alerts.stream().anyMatch(alert -> alert.contains("expires-held")))
                .isEqualTo(tells);
    }

    private static TradingState stateAt(Desk day, Instant at) {
        return day.accounts.tradingStatus(MemoryAccounts.LARGE.id(), at).state();
    }
}
