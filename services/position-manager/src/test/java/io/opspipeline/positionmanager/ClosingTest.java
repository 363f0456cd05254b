package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Side;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final String CLOSED = "closed STOP_LOSS at 1.40";

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-94: a stop sells at the bid and ends with the fill's price")
    void stopsAtTheBid() {
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(10);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40");
        assertThat(desk.book.events).containsExactly("closing STOP_LOSS", CLOSED);
    }

    @Test
    @DisplayName("A-80, A-85, incident 8: the order names the contract, never its underlying")
    void sellsTheContract() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(5);

        assertThat(desk.book.orders.values())
                .extracting(order -> order.request().instrument().symbol())
                .containsExactly(Desk.CALL);
        assertThat(desk.broker.lastId())
                .isEqualTo(new ClientOrderId("large:" + Desk.CALL + ":1795104000:STOP_LOSS:1"));
    }

    @Test
    @DisplayName("A-78: an urgent close is renewed every 3 s, and at 15 s goes to the market")
    void climbsToTheMarket() {
        desk.broker.fills = order -> order.limit().isEmpty();
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(30);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "8 cancel",
                        "8 sell 2 at 1.40",
                        "11 cancel",
                        "11 sell 2 at 1.40",
                        "14 cancel",
                        "14 sell 2 at 1.40",
                        "17 cancel",
                        "17 sell 2 at 1.40",
                        "20 cancel",
                        "20 sell 2 at the market");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName(
            "A-96, fault FILL-AFTER-CANCEL-SENT: what filled during a cancel is not sold again")
    void sellsOnlyWhatIsLeft() {
        desk.holding(Desk.CALL, 3).quoting("1.40", "1.48").run(6);
        desk.broker.filledAtCancel = 2;
        desk.broker.fills = _ -> true;
        desk.pass(20);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 3 at 1.40", "8 cancel", "8 sell 1 at 1.40");
        assertThat(desk.book.events).containsExactly("closing STOP_LOSS", CLOSED);
    }

    @Test
    @DisplayName("A-91: a higher rule cancels a working PARTIAL first; one order at a time")
    void replacesAPartial() {
        desk.holding(Desk.CALL, 3).quoting("2.60", "2.68").run(6);
        desk.quoting("1.40", "1.48");
        desk.broker.fills = order -> order.limit().equals(Optional.of(Price.of("1.40")));
        desk.pass(30);

        assertThat(desk.broker.journal)
                .startsWith("5 sell 1 at 2.64")
                .containsSubsequence("15 cancel", "15 sell 3 at 1.40");
        assertThat(desk.book.events)
                .containsExactly("closing PARTIAL", "closing STOP_LOSS", CLOSED);
    }

    @Test
    @DisplayName(
            "A-83: an entry that still buys what is sold is cancelled first, and only then sold")
    void endsTheEntryFirst() {
        desk.working(Desk.CALL, 3, "2.10");
        desk.working("NVDA261218C00105000", 1, "1.00");
        desk.broker.fills = order -> order.side() == Side.SELL;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(20);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "0 buy 3 at 2.10", "0 buy 1 at 1.00", "5 cancel", "5 sell 2 at 1.40");
        assertThat(desk.book.events).containsExactly("closing STOP_LOSS", CLOSED);
    }

    @Test
    @DisplayName("A-93: a partial keeps the position open and does not fire again")
    void takesHalfOnce() {
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 3).quoting("2.60", "2.68").run(60);

        assertThat(desk.broker.journal).containsExactly("5 sell 1 at 2.64");
        assertThat(desk.book.events).containsExactly("closing PARTIAL", "partial taken");
        assertThat(desk.book.held.get(1L).position().quantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("fault EXPIRED-WORTHLESS-ZERO-BID: without a bid one tick is offered and rests")
    void offersOneTick() {
        desk.holding(Desk.CALL, 2).quoting("0", "0.05").run(120);

        assertThat(desk.broker.journal).containsExactly("60 sell 2 at 0.01");
    }

    @Test
    @DisplayName("A-83: what the session left open is given up for the day")
    void restsOverNight() {
        Desk late = Desk.at(Instant.parse("2026-11-19T20:59:50Z"));
        late.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(60);

        assertThat(late.book.events).containsExactly("closing STOP_LOSS", "reopened");
        assertThat(late.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "8 cancel", "8 sell 2 at 1.40", "11 cancel");
        assertThat(late.time.nextDue()).isEmpty();
    }
}
