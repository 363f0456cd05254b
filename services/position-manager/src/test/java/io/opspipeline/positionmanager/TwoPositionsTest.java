package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Two positions of one account, which have nothing to do with each other.
class TwoPositionsTest {

    private static final String OTHER = "NVDA261218C00110000";

    private final Desk desk = Desk.atNoon();

    @BeforeEach
    void holdsTwoOfOneAndFiveOfTheOther() {
        desk.holding(Desk.CALL, 2);
        desk.book.hold(Desk.position(2, MemoryAccounts.LARGE, OTHER, 5));
    }

    @Test
    @DisplayName("A-91: the exit of one position leaves the other alone")
    void closesOnlyTheOneThatFires() {
        desk.broker.fills = _ -> true;
        desk.quoting("2.00", "2.08").market.quote(OTHER, "1.40", "1.48");
        desk.run(30);

        assertThat(desk.broker.journal).containsExactly("5 sell 5 at 1.40");
        assertThat(desk.book.held).containsOnlyKeys(1L);
    }

    @Test
    @DisplayName("A-91: two closes work beside each other, one order each, each at its own price")
    void closesBothBesideEachOther() {
        desk.quoting("1.40", "1.48").market.quote(OTHER, "1.30", "1.38");
        desk.run(9);

        assertThat(desk.broker.journal)
                .containsExactlyInAnyOrder(
                        "5 sell 2 at 1.40",
                        "5 sell 5 at 1.30",
                        "8 cancel",
                        "8 sell 2 at 1.40",
                        "8 cancel",
                        "8 sell 5 at 1.30");
    }

    @Test
    @DisplayName("A-105: a position that cannot be closed is told, the other is closed meanwhile")
    void closesTheOtherWhenOneBreaks() {
        desk.broker.fills = _ -> true;
        desk.book.beforeClosing =
                id -> {
                    if (id == 1) {
                        throw new IllegalStateException("broken on purpose");
                    }
                };
        desk.quoting("1.40", "1.48").market.quote(OTHER, "1.30", "1.38");
        desk.run(6);
        assertThat(desk.broker.journal).containsExactly("5 sell 5 at 1.30");
        assertThat(desk.alerts).anyMatch(alert -> alert.startsWith("CRITICAL not-judged"));

        desk.book.beforeClosing = _ -> {};
        desk.pass(30);
        assertThat(desk.broker.journal).contains("10 sell 2 at 1.40");
        assertThat(desk.book.held).isEmpty();
    }
}
