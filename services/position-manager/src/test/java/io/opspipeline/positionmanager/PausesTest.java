package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Pauses that come while something stricter is in force, or that cannot be stored at once.
class PausesTest {

    private static final String LOSS = "DAILY_LOSS 2026-11-19";
    private static final String STREAK = "LOSING_STREAK 2026-11-19 #1";

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-97, incident 67: the day's loss under a halt flattens, after a restart too")
    void remembersALossUnderAHalt() {
        desk.halted("halted by ann").book.realised = Money.of("-520");
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(40);
        assertThat(desk.accounts.changes).containsExactly("HALTED halted by ann");
        assertThat(desk.accounts.paused).containsExactly(LOSS);
        assertThat(desk.book.events).containsExactly("closing DAILY_LOSS");

        Desk again = desk.restarted();
        again.book.realised = Money.ZERO;
        again.book.hold(Desk.position(2, MemoryAccounts.LARGE, "NVDA261218P00100000", 1));
        again.market.quote("NVDA261218P00100000", "2.00", "2.08");
        again.run(1);

        assertThat(again.book.events).endsWith("closing DAILY_LOSS", "closing DAILY_LOSS");
    }

    @Test
    @DisplayName("fault DB-FAILOVER-MID-TX: a loss whose pause fails flattens, and pauses later")
    void pausesAgainAfterALoss() {
        desk.broker.fills = _ -> true;
        desk.accounts.beforeStop = PausesTest::breakDown;
        desk.book.realised = Money.of("-520");
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(31);

        assertThat(desk.broker.journal).containsExactly("30 sell 2 at 2.00");
        assertThat(desk.accounts.changes).isEmpty();

        desk.accounts.beforeStop = () -> {};
        desk.book.realised = Money.ZERO;
        desk.run(1);
        assertThat(desk.accounts.changes)
                .containsExactly("REDUCING " + LOSS + " until 2026-11-20T14:30:00Z");
        assertThat(desk.alerts).contains("CRITICAL pause large " + LOSS);
    }

    @Test
    @DisplayName("fault DB-FAILOVER-MID-TX: a streak whose pause fails is paused by the next look")
    void pausesAgainAfterAStreak() {
        desk.accounts.beforeStop = PausesTest::breakDown;
        loseFour();
        desk.holding(Desk.CALL, 2).quoting("2.00", "2.08").run(7);
        assertThat(desk.accounts.changes).isEmpty();
        assertThat(desk.beats).contains("PT5S large 1 held");

        desk.accounts.beforeStop = () -> {};
        desk.pass(5);
        assertThat(desk.accounts.paused).containsExactly(STREAK);
        assertThat(desk.alerts)
                .containsExactly(
                        "CRITICAL not-counted IllegalStateException 2026-11-19 large",
                        "CRITICAL pause large " + STREAK);
    }

    @Test
    @DisplayName("incident 60: a streak under a halt is told once, a restart included")
    void remembersAStreakUnderAHalt() {
        loseFour();
        desk.halted("halted by ann").run(60);
        Desk again = desk.restarted().run(60);

        assertThat(desk.accounts.paused).containsExactly(STREAK);
        assertThat(desk.messages).hasSize(1);
        assertThat(again.messages).isEmpty();
    }

    private void loseFour() {
        for (int i = 0; i < 4; i++) {
            desk.book.results.add(Optional.of(false));
        }
    }

    private static void breakDown() {
        throw new IllegalStateException("the database is down");
    }
}
