package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final String CLOSED = "closed STOP_LOSS at 1.40";

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-94, incident 39: a stop sells at the bid and ends with the fill's price")
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
    @DisplayName("A-93: a partial keeps the position open and does not fire again")
    void takesHalfOnce() {
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 3).quoting("2.60", "2.68").run(60);

        assertThat(desk.broker.journal).containsExactly("5 sell 1 at 2.64");
        assertThat(desk.book.events).containsExactly("closing PARTIAL", "partial taken");
        assertThat(desk.book.held.get(1L).position().quantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("A-95, incident 38: a refused close is tried again, later each time, and told")
    void triesAgain() {
        for (int i = 0; i < 4; i++) {
            desk.broker.answers.add(new SubmitResult.Refused(403, 40310000, "no"));
        }
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(60);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "6 sell 2 at 1.40",
                        "8 sell 2 at 1.40",
                        "12 sell 2 at 1.40",
                        "20 sell 2 at the market");
        assertThat(desk.alerts).hasSize(2).last().asString().startsWith("CRITICAL close-refused");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("A-110, incident 38: what breaks in a close is tried again, its intent settled")
    void survivesWhatBreaks() {
        desk.broker.breaks = true;
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(90);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "66 sell 2 at the market");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("fault REJECT-AFTER-ACCEPT: an order that the broker ended is tried again")
    void triesAgainAfterALateReject() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        desk.book.apply(MemoryAccounts.LARGE.id(), desk.broker.reject(desk.broker.lastId()));
        desk.broker.fills = _ -> true;
        desk.pass(20);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40", "9 sell 2 at 1.40");
    }

    @Test
    @DisplayName("fault 5XX-BUT-ACCEPTED: an order in doubt is looked for, never sent again")
    void findsAnOrderInDoubt() {
        desk.broker.answers.add(new SubmitResult.InDoubt("504"));
        desk.broker.acceptsAnyway = true;
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(30);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("A-79: an order that never arrived is lost after 60 s, and only then another goes")
    void losesAnOrder() {
        desk.broker.answers.add(new SubmitResult.InDoubt("time-out"));
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(80);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "65 sell 2 at the market");
        assertThat(desk.book.orders.values())
                .extracting(Order::state)
                .containsExactly(OrderState.LOST, OrderState.FILLED);
    }

    @Test
    @DisplayName("fault ACK-LOST: an order that is found working goes on like any other")
    void goesOnWithAnOrderThatIsFound() {
        desk.broker.answers.add(new SubmitResult.InDoubt("time-out"));
        desk.broker.acceptsAnyway = true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(10);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "9 cancel", "9 sell 2 at 1.40");
    }

    @Test
    @DisplayName("A-96, fault ACK-LATE-AFTER-RETRY: a lost order that appears is cancelled")
    void cancelsALostOrderThatAppears() {
        desk.broker.answers.add(new SubmitResult.InDoubt("time-out"));
        desk.broker.acceptsAnyway = true;
        desk.broker.hides = true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(66);
        desk.broker.hides = false;
        desk.book.apply(MemoryAccounts.LARGE.id(), desk.broker.book.values().iterator().next());
        desk.pass(4);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "65 sell 2 at the market", "68 cancel");
    }

    @Test
    @DisplayName("fault 429-BURST: the same order goes again after the reset, under its name")
    void repeatsAfterTheRateLimit() {
        desk.broker.answers.add(new SubmitResult.RateLimited(Desk.NOON.plusSeconds(9)));
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(30);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40", "9 sell 2 at 1.40");
        assertThat(desk.book.orders).hasSize(1);
    }

    @Test
    @DisplayName("A-128: after a crash the order is cancelled by its name and the close goes on")
    void resumesAfterACrash() {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);

        Desk second = desk.restarted();
        second.broker.fills = _ -> true;
        second.run(1);

        assertThat(second.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "6 cancel", "6 sell 2 at 1.40");
        assertThat(second.book.events).containsExactly("closing STOP_LOSS", CLOSED);
    }

    @Test
    @DisplayName("fault CRASH-AFTER-POST: an intent without an answer is looked for first")
    void settlesAnIntentOfADeadProcess() {
        desk.broker.answers.add(new SubmitResult.RateLimited(Desk.NOON.plusSeconds(9)));
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);

        Desk second = desk.restarted();
        second.broker.fills = _ -> true;
        second.run(70);

        assertThat(second.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "66 sell 2 at the market");
    }

    @Test
    @DisplayName("fault EXPIRED-WORTHLESS-ZERO-BID: without a bid one tick is offered and rests")
    void offersOneTick() {
        desk.holding(Desk.CALL, 2).quoting("0", "0.05").run(120);

        assertThat(desk.broker.journal).containsExactly("60 sell 2 at 0.01");
    }

    @Test
    @DisplayName("A-83, incident 18: what the session left open is judged anew in the next one")
    void restsOverNight() {
        Desk late = Desk.at(Instant.parse("2026-11-19T20:59:50Z"));
        late.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(60);

        assertThat(late.book.events).containsExactly("closing STOP_LOSS", "reopened");
        assertThat(late.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "8 cancel", "8 sell 2 at 1.40", "11 cancel");
        assertThat(late.time.nextDue()).isEmpty();
    }

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

    @Test
    @DisplayName("A-69: the operator's flatten closes everything at once")
    void flattensForTheOperator() {
        desk.broker.fills = _ -> true;
        desk.accounts.changeTradingState(
                MemoryAccounts.LARGE.id(),
                TradingState.HALTED,
                "FLATTEN by operator",
                Optional.empty(),
                Desk.NOON);
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
    @DisplayName("A-104, incident 24: one account's desk never touches another's positions")
    void keepsToItsAccount() {
        desk.book.hold(Desk.position(2, MemoryAccounts.TINY, Desk.CALL, 1));
        desk.quoting("1.00", "1.04").run(60);

        assertThat(desk.broker.journal).isEmpty();
        assertThat(desk.book.held).hasSize(1);
    }
}
