package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One call bought at 2.00, with its stop at 1.50 and its target at 3.00: what the desk feeds the
/// rules from the market and from what is stored.
class PriceRulesAtTheDeskTest {

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName(
            "A-92, incident 34: the trail starts from the peak that was stored before a restart")
    void trailsFromTheStoredPeak() {
        desk.holding(Desk.CALL, 1).quoting("2.80", "2.88").run(20);
        assertThat(desk.book.events).isEmpty();

        Desk next = desk.restarted();
        next.quoting("2.12", "2.16").run(20);
        assertThat(next.book.events).isEmpty();
        next.quoting("2.10", "2.14").pass(20);

        assertThat(next.book.events).startsWith("closing TRAILING_STOP");
    }

    @ParameterizedTest(name = "{3}: bid {0} of {1}, the stock at {2}")
    @DisplayName("A-88: each level fires on what the desk sees of the market")
    @CsvSource({
        "3.00, 3.08, 100, TAKE_PROFIT",
        "2.00, 2.08, 97.00, UNDERLYING_STOP",
        "2.04, 2.12, 103.00, UNDERLYING_TARGET",
        "1.50, 1.58, 100, STOP_LOSS"
    })
    void firesOnTheMarket(String bid, String ask, String stock, String rule) {
        desk.market.underlying = Optional.of(Price.of(stock));
        desk.holding(Desk.CALL, 1).quoting(bid, ask).run(20);

        assertThat(desk.book.events).startsWith("closing " + rule);
    }

    @ParameterizedTest(name = "bid {0} of {1}, the stock at {2}")
    @DisplayName("A-88: a cent before its level no rule fires")
    @CsvSource({
        "2.99, 3.07, 100",
        "2.00, 2.08, 97.01",
        "2.04, 2.12, 102.99",
        "2.00, 2.08, 103.00",
        "1.51, 1.59, 100"
    })
    void restsBeforeItsLevel(String bid, String ask, String stock) {
        desk.market.underlying = Optional.of(Price.of(stock));
        desk.holding(Desk.CALL, 1).quoting(bid, ask).run(20);

        assertThat(desk.book.events).isEmpty();
    }

    @ParameterizedTest(name = "opened at {0}: {2} at {1}")
    @DisplayName("A-89: what a day account holds is closed after four hours and before the close")
    @CsvSource({
        "2026-11-19T16:00:00Z, 2026-11-19T20:00:00Z, MAX_HOLD",
        "2026-11-19T16:50:00Z, 2026-11-19T20:40:00Z, END_OF_DAY"
    })
    void closesTheDayAccount(Instant opened, Instant due, String rule) {
        desk.book.hold(Desk.position(1, MemoryAccounts.TINY, Desk.CALL, 1, opened));
        long before = Duration.between(Desk.NOON, due).minusSeconds(1).toSeconds();
        desk.quoting("2.00", "2.08").run(MemoryAccounts.TINY, before);
        assertThat(desk.book.events).isEmpty();

        desk.pass(6);
        assertThat(desk.book.events).startsWith("closing " + rule);
    }
}
