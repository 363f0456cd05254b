package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a new process makes of what the last one left lying about.
class TakenUpTest {

    private static final Instant CLOSE = Instant.parse("2026-11-19T21:00:00Z");
    private static final Instant NEXT_OPEN = Instant.parse("2026-11-20T14:30:00Z");

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-95: an order at work tells the rule of a position that is not marked closing")
    void goesOnUnderTheRuleOfTheOrder() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        desk.book.reopened(MemoryAccounts.LARGE.id(), 1, "as if", Desk.NOON);
        desk.quoting("1.90", "1.98");

        Desk second = desk.restarted();
        second.broker.fills = _ -> true;
        second.run(1);

        assertThat(second.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "6 cancel", "6 sell 2 at 1.90");
        assertThat(second.book.events)
                .containsExactly(
                        "closing STOP_LOSS",
                        "reopened",
                        "closing STOP_LOSS",
                        "closed STOP_LOSS at 1.90");
    }

    @Test
    @DisplayName("A-96: an order that sells what is not held any more is cancelled, once")
    void cancelsAnOrderOfAPositionThatIsGone() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        desk.book.held.clear();
        desk.book.hold(Desk.position(2, MemoryAccounts.LARGE, Desk.CALL, 1));
        desk.quoting("2.00", "2.08");

        Desk second = desk.restarted();
        second.run(30);

        assertThat(second.broker.journal).containsExactly("5 sell 2 at 1.40", "6 cancel");
        assertThat(second.book.held).containsOnlyKeys(2L);
    }

    @Test
    @DisplayName("A-93: a partial that filled while nobody looked is told and not sold again")
    void tellsAPartialThatFilledMeanwhile() {
        desk.holding(Desk.CALL, 3).quoting("2.60", "2.68").run(6);
        desk.book.apply(MemoryAccounts.LARGE.id(), desk.broker.fill(desk.broker.lastId(), 1));

        Desk second = desk.restarted();
        second.run(30);

        assertThat(second.broker.journal).containsExactly("5 sell 1 at 2.64");
        assertThat(second.book.events).containsExactly("closing PARTIAL", "partial taken");
        assertThat(second.book.held.get(1L).position().quantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("A-93, incident 38: what is left of a partial of which a part filled is cancelled")
    void cancelsTheRestOfAPartial() {
        desk.holding(Desk.CALL, 4).quoting("2.60", "2.68").run(6);
        desk.book.apply(MemoryAccounts.LARGE.id(), desk.broker.fill(desk.broker.lastId(), 1));

        Desk second = desk.restarted();
        second.run(30);

        assertThat(second.broker.journal).containsExactly("5 sell 2 at 2.64", "6 cancel");
        assertThat(second.book.working(MemoryAccounts.LARGE.id())).isEmpty();
        assertThat(second.book.events).containsExactly("closing PARTIAL", "partial taken");
        assertThat(second.book.held.get(1L).position().quantity()).isEqualTo(3);
    }

    @Test
    @DisplayName("A-93: a partial that was decided and not sent is sent")
    void sendsAPartialThatWasDecided() {
        desk.broker.breaks = true;
        desk.holding(Desk.CALL, 3).quoting("2.60", "2.68").run(5);
        desk.book.orders.clear();

        Desk second = desk.restarted();
        second.broker.fills = _ -> true;
        second.run(1);

        assertThat(second.broker.journal).containsExactly("5 sell 1 at 2.64", "5 sell 1 at 2.64");
        assertThat(second.book.held.get(1L).position().quantity()).isEqualTo(2);
    }

    @ParameterizedTest(name = "its order {0}, bid {1} in the morning")
    @DisplayName(
            "A-87, A-95: what a session left closing is judged anew in the next, after a crash")
    @CsvSource({"ended, 1.90, false", "at work, 1.90, false", "ended, 1.40, true"})
    void judgesAnewWhatAnotherSessionLeft(String order, String bid, boolean sells) {
        Desk next = leftAtTheClose(order.equals("ended"));
        next.quoting(bid, Price.of(bid).plus(new BigDecimal("0.08")).toString());
        next.broker.fills = _ -> true;

        next.run(299);
        assertThat(next.book.events).containsExactly("closing STOP_LOSS", "reopened");
        assertThat(next.book.reopened).containsExactly("SESSION_OVER: the session is over");
        assertThat(next.book.working(MemoryAccounts.LARGE.id())).isEmpty();

        next.pass(60);
        assertThat(next.book.held.isEmpty()).isEqualTo(sells);
    }

    /// A close began five seconds before the end of a session; its process died with its order out.
    private static Desk leftAtTheClose(boolean isOrderEnded) {
        Desk late = Desk.at(CLOSE.minusSeconds(10));
        late.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(7);
        late.desks.letGo(MemoryAccounts.LARGE.id());
        if (isOrderEnded) {
            late.book.apply(
                    MemoryAccounts.LARGE.id(),
                    late.broker.end(late.broker.lastId(), BrokerOrderStatus.REJECTED));
        }
        late.time.runUntil(NEXT_OPEN);
        return late.restarted();
    }

    @Test
    @DisplayName("A-95: a close that cannot be taken up is told, and taken up by the next look")
    void tellsWhatItCannotTakeUp() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);

        Desk second = desk.restarted();
        second.broker.fills = _ -> true;
        second.book.beforeClosing =
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                };
        second.run(1);
        assertThat(second.alerts)
                .contains("CRITICAL not-taken-up IllegalStateException 2026-11-19 large");
        assertThat(second.book.held).hasSize(1);

        second.book.beforeClosing = _ -> {};
        second.pass(10);
        assertThat(second.book.held).isEmpty();
    }
}
