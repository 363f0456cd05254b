package io.opspipeline.positionmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.broker.SubmitResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingFaultsTest {

    private static final String CLOSED = "closed STOP_LOSS at 1.40";

    private final Desk desk = Desk.atNoon();

    @Test
    @DisplayName("A-95, incident 38: a refused close is tried again, later each time, and told")
    void triesAgain() {
        for (int i = 0; i < 4; i++) {
            desk.broker.answers.add(
                    new SubmitResult.Refused(DenialCode.BROKER_REFUSED, 403, 40310000, "no"));
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
        String close = "close-refused large:" + Desk.CALL + ":1795104000:STOP_LOSS:1 2026-11-19 ";
        assertThat(desk.alerts)
                .containsExactly("WARNING " + close + "1", "CRITICAL " + close + "3");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("incident 10: what cannot be told afterwards undoes no close")
    void closesWhenNobodyCanBeTold() {
        desk.alertsBreak = true;
        for (int i = 0; i < 4; i++) {
            desk.broker.answers.add(
                    new SubmitResult.Refused(DenialCode.BROKER_REFUSED, 403, 40310000, "no"));
        }
        for (int i = 0; i < 3; i++) {
            desk.book.results.add(Optional.of(false));
        }
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(600);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "6 sell 2 at 1.40",
                        "8 sell 2 at 1.40",
                        "12 sell 2 at 1.40",
                        "20 sell 2 at the market");
        assertThat(desk.book.events)
                .containsExactly("closing STOP_LOSS", "closed STOP_LOSS at 1.00");
        assertThat(desk.accounts.changes).singleElement().asString().contains("LOSING_STREAK");
    }

    @ParameterizedTest(name = "A-82: a close that is refused as {0} offers what the broker holds")
    @EnumSource(names = {"INSUFFICIENT_QUANTITY", "UNCOVERED_OPTION", "INTENT_MISMATCH"})
    void comparesTheBooksFirst(DenialCode reason) {
        desk.broker.answers.add(new SubmitResult.Refused(reason, 403, 40_310_000, "not so many"));
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(7);
        desk.broker.positions =
                List.of(
                        new BrokerPosition(Instrument.ofSymbol("NVDA"), 200, Price.of("100")),
                        new BrokerPosition(Instrument.ofSymbol(Desk.CALL), 1, Price.of("2.00")));
        desk.broker.fills = _ -> true;
        desk.pass(2);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "6 positions",
                        "8 positions",
                        "8 sell 1 at 1.40",
                        "8 positions",
                        "8 sell 1 at 1.40");
    }

    @Test
    @DisplayName("A-82: while the books cannot be read, what is known to be held is offered")
    void offersWhatItKnowsWhileTheBooksAreUnread() {
        desk.broker.answers.add(
                new SubmitResult.Refused(
                        DenialCode.INSUFFICIENT_QUANTITY, 403, 40_310_000, "not so many"));
        desk.broker.areBooksDown = true;
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(7);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "6 positions", "6 sell 2 at 1.40");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName(
            "fault REPLACE-INSUFFICIENT-QTY, 422-WASH-TRADE: each renewal is refused once and waits"
                    + " 1 s; none goes to the market after a wash trade")
    void waitsNoLongerAtEachRenewal() {
        desk.broker.positions =
                List.of(new BrokerPosition(Instrument.ofSymbol(Desk.CALL), 2, Price.of("2.00")));
        refuse(DenialCode.WASH_TRADE);
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(8);
        for (int i = 0; i < 4; i++) {
            refuse(DenialCode.INSUFFICIENT_QUANTITY);
            desk.pass(4);
        }

        assertThat(desk.broker.journal)
                .filteredOn(line -> line.contains("sell"))
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "6 sell 2 at 1.40",
                        "9 sell 2 at 1.40",
                        "10 sell 2 at 1.40",
                        "13 sell 2 at 1.40",
                        "14 sell 2 at 1.40",
                        "17 sell 2 at 1.40",
                        "18 sell 2 at 1.40",
                        "21 sell 2 at 1.40",
                        "22 sell 2 at 1.40");
    }

    @Test
    @DisplayName("A-95: a higher rule does not wait as long as what it takes over had to")
    void beginsAnewUnderAHigherRule() {
        for (int i = 0; i < 7; i++) {
            refuse(DenialCode.BROKER_REFUSED);
        }
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(40);
        desk.flattened().run(1);

        assertThat(desk.broker.journal)
                .filteredOn(line -> line.contains("sell"))
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "6 sell 2 at 1.40",
                        "8 sell 2 at 1.40",
                        "12 sell 2 at 1.40",
                        "20 sell 2 at the market",
                        "36 sell 2 at the market",
                        "40 sell 2 at 1.40",
                        "41 sell 2 at 1.40");
    }

    @Test
    @DisplayName("A-82: a close that the closed market refuses is offered again after a minute")
    void waitsForTheMarket() {
        desk.broker.answers.add(
                new SubmitResult.Refused(
                        DenialCode.MARKET_CLOSED, 422, 42_210_000, "market hours"));
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(90);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "65 sell 2 at the market");
    }

    @Test
    @DisplayName("A-82: a close that the account may not make stops entries, and is offered on")
    void stopsEntries() {
        desk.broker.answers.add(
                new SubmitResult.Refused(
                        DenialCode.ACCOUNT_SUSPENDED, 403, 40_310_000, "account is blocked"));
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(90);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "69 sell 2 at the market");
        assertThat(
                        desk.accounts
                                .tradingStatus(MemoryAccounts.LARGE.id(), desk.time.instant())
                                .state())
                .isEqualTo(TradingState.REDUCING);
        assertThat(desk.alerts)
                .anySatisfy(alert ->
                        assertThat(alert)
                                .startsWith("CRITICAL pause large ACCOUNT_SUSPENDED: refused 403"));
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

    @ParameterizedTest(name = "{0}")
    @DisplayName("fault REJECT-AFTER-ACCEPT: an order that the broker ended is tried again")
    @EnumSource(names = {"REJECTED", "EXPIRED", "CANCELED"})
    void triesAgainAfterALateEnd(BrokerOrderStatus end) {
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);
        desk.book.apply(MemoryAccounts.LARGE.id(), desk.broker.end(desk.broker.lastId(), end));
        desk.broker.fills = _ -> true;
        desk.pass(20);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40", "9 sell 2 at 1.40");
    }

    @Test
    @DisplayName("fault DAY-ORDER-EXPIRED-AT-CLOSE: what the close ended rests, and is judged anew")
    void restsWhenTheSessionHasEndedItsOrder() {
        Desk evening = Desk.at(Instant.parse("2026-11-19T20:59:50Z"));
        evening.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(9);
        evening.book.apply(
                MemoryAccounts.LARGE.id(),
                evening.broker.end(evening.broker.lastId(), BrokerOrderStatus.EXPIRED));
        evening.pass(120);

        assertThat(evening.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "8 cancel", "8 sell 2 at 1.40");
        assertThat(evening.book.reopened).containsExactly("SESSION_OVER: the session is over");
        assertThat(evening.alerts).isEmpty();
    }

    @Test
    @DisplayName("A-98: a flatten cancels the order of somebody else that it is refused over")
    void clearsTheWayOfAFlatten() {
        desk.somebodyElseBuys(Desk.CALL, 1, "1.30");
        refuse(DenialCode.WASH_TRADE);
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").flattened().run(3);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "0 buy 1 at 1.30", "0 sell 2 at 1.40", "0 cancel", "1 sell 2 at 1.40");
        assertThat(desk.alerts).contains("WARNING cancelled-in-the-way large by hand");
    }

    @Test
    @DisplayName("fault 5XX-BUT-ACCEPTED: an order in doubt is looked for, never sent again")
    void findsAnOrderInDoubt() {
        desk.broker.answers.add(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("504")));
        desk.broker.acceptsAnyway = true;
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(30);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40");
        assertThat(desk.book.held).isEmpty();
    }

    @Test
    @DisplayName("A-79: an order that never arrived is lost after 60 s, and only then another goes")
    void losesAnOrder() {
        desk.broker.answers.add(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
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
        desk.broker.answers.add(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
        desk.broker.acceptsAnyway = true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(10);

        assertThat(desk.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "9 cancel", "9 sell 2 at 1.40");
    }

    @Test
    @DisplayName("A-96, fault ACK-LATE-AFTER-RETRY: a lost order that appears is cancelled")
    void cancelsALostOrderThatAppears() {
        desk.broker.answers.add(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
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
        desk.broker.answers.add(
                new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, Desk.NOON.plusSeconds(9)));
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(30);

        assertThat(desk.broker.journal).containsExactly("5 sell 2 at 1.40", "9 sell 2 at 1.40");
        assertThat(desk.book.orders).hasSize(1);
    }

    @Test
    @DisplayName(
            "rules 8, 9: a stop-loss that could not be sent goes a second later, not after 60 s")
    void repeatsWhatWasNotSent() {
        for (int second = 6; second <= 8; second++) {
            desk.broker.answers.add(
                    new SubmitResult.NotSent(
                            DenialCode.KEYS_UNUSABLE.says("half a pair"),
                            Desk.NOON.plusSeconds(second)));
        }
        desk.broker.fills = _ -> true;
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(30);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "5 sell 2 at 1.40",
                        "6 sell 2 at 1.40",
                        "7 sell 2 at 1.40",
                        "8 sell 2 at 1.40");
        assertThat(desk.book.orders).hasSize(1);
    }

    @Test
    @DisplayName("invariant 3: a close that winds up an order on its way hears of its end")
    void windsUpAnOrderOnItsWay() {
        desk.broker.answers.add(
                new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, Desk.NOON.plusSeconds(9)));
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(8);
        desk.broker.answers.add(new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
        desk.broker.acceptsAnyway = true;
        desk.broker.meanwhile = () -> desk.flattened().desks.evaluate(MemoryAccounts.LARGE);
        desk.broker.fills = order -> order.clientOrderId().value().contains("KILL_SWITCH");
        desk.pass(12);

        assertThat(desk.broker.journal)
                .containsExactly(
                        "5 sell 2 at 1.40", "9 sell 2 at 1.40", "10 cancel", "10 sell 2 at 1.40");
        assertThat(desk.book.held).isEmpty();
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
        desk.broker.answers.add(
                new SubmitResult.RateLimited(DenialCode.RATE_LIMITED, Desk.NOON.plusSeconds(9)));
        desk.holding(Desk.CALL, 2).quoting("1.40", "1.48").run(6);

        Desk second = desk.restarted();
        second.broker.fills = _ -> true;
        second.run(70);

        assertThat(second.broker.journal)
                .containsExactly("5 sell 2 at 1.40", "66 sell 2 at the market");
    }

    private void refuse(DenialCode code) {
        desk.broker.answers.add(new SubmitResult.Refused(code, 403, 40_310_000, "no"));
    }
}
