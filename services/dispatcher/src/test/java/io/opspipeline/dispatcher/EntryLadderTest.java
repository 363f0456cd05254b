package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.CALL;
import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.TradingState;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class EntryLadderTest {

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(desk.time.failures()).isEmpty();
        assertThat(desk.dispatches.withoutWorkingOrder(LARGE)).isEmpty();
    }

    @Test
    @DisplayName("A-78: climbs from mid to ask at 0, 5, 10, 15 s and ends UNFILLED at 20 s")
    void climbsFromMidToAsk() {
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2",
                        "10 s: cancel 2",
                        "10 s: BUY 4 at 2.49 as 3",
                        "15 s: cancel 3",
                        "15 s: BUY 4 at 2.50 as 4",
                        "20 s: cancel 4");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
        assertThat(desk.dispatches.usage(LARGE, EntryDesk.TEN).working()).isEmpty();
    }

    @Test
    @DisplayName("A-80, incident 9: every order buys to open the planned contract, with a limit")
    void statesWhatItBuys() {
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.received())
                .hasSize(4)
                .allSatisfy(order -> assertThat(order.side()).isEqualTo(Side.BUY))
                .allSatisfy(order -> assertThat(order.type()).isEqualTo(OrderType.LIMIT))
                .extracting(OrderRequest::instrument)
                .containsOnly(Instrument.ofSymbol(CALL));
    }

    @Test
    @DisplayName("A-81: a partial fill leaves the remainder to the next rung")
    void buysTheRemainder() {
        desk.enter();
        desk.at(3, () -> desk.broker.attempt(1).fill(1, Price.of("2.47")));
        desk.at(7, () -> desk.broker.attempt(2).fill(3, Price.of("2.48")));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 3 at 2.48 as 2",
                        "10 s: cancel 2");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
        assertThat(desk.texts("select quantity || ' at ' || entry_price from active_positions"))
                .containsExactly("4 at 2.4775");
    }

    @Test
    @DisplayName("A-81, fault PARTIAL-THEN-CANCEL: what is filled when the ladder ends is PARTIAL")
    void endsPartial() {
        desk.enter();
        desk.at(12, () -> desk.broker.attempt(3).fill(1, Price.of("2.49")));
        desk.until(60);

        assertThat(desk.dispositions()).containsExactly("large NVDA PARTIAL 1/4: the ladder ended");
        assertThat(desk.ordersStored())
                .containsExactly(
                        "1 CANCELED 0/4", "2 CANCELED 0/4", "3 CANCELED 1/4", "4 CANCELED 0/3");
    }

    @Test
    @DisplayName("rules 8, 9, invariant 1: buys no more beside a close of what is filled")
    void stopsBesideAClose() {
        desk.enter();
        desk.at(3, () -> desk.broker.attempt(1).fill(1, Price.of("2.47")));
        desk.broker.onCancel(_ -> new CancelResult.Accepted());
        desk.at(
                6,
                () -> {
                    desk.positions.closing(
                            LARGE, positionId(), ExitReason.STOP_LOSS, "test", desk.time.instant());
                    desk.broker.end(desk.broker.attempt(1));
                });
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA PARTIAL 1/4: the position is closing: STOP_LOSS");
    }

    @Test
    @DisplayName("rules 8, 9: buys no more once what was filled is sold")
    void stopsAfterAClose() {
        desk.enter();
        desk.at(3, () -> desk.broker.attempt(1).fill(1, Price.of("2.47")));
        desk.at(
                8,
                () ->
                        desk.positions.end(
                                LARGE,
                                positionId(),
                                PositionState.RECONCILED,
                                "test",
                                desk.time.instant()));
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(2);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA PARTIAL 1/4: what was bought is sold already");
    }

    private long positionId() {
        return desk.positions.held(LARGE).getFirst().id();
    }

    @Test
    @DisplayName("A-81, fault FILL-AFTER-CANCEL-SENT: a fill beats the cancel, and nothing follows")
    void isFilledWhileItCancels() {
        desk.broker.onCancel(order -> {
            order.fill(4, Price.of("2.47"));
            return desk.broker.end(order);
        });
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
    }

    @Test
    @DisplayName("A-78: a limit above 1.03 times the plan price is never sent")
    void stopsAboveTheCeiling() {
        desk.enter();
        desk.at(4, () -> desk.board.contract(CALL, "2.56", "2.62"));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: above the ceiling of the plan price");
    }

    @Test
    @DisplayName("A-78: sends no rung without a usable quote")
    void stopsWithoutAQuote() {
        desk.enter();
        desk.at(4, () -> desk.board.drop(CALL));
        desk.until(60);

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions()).containsExactly("large NVDA UNFILLED 0/4: no usable quote");
    }

    @Test
    @DisplayName("A-78: a one-tick market is paid the ask at once")
    void paysTheAskOfAOneTickMarket() {
        desk.board.contract(CALL, "2.49", "2.50");
        desk.enter();

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.50 as 1");
    }

    @Test
    @DisplayName("A-69: HALTED cancels the working order in a second, also when nobody was told")
    void stopsWhenHalted() {
        desk.enter();
        desk.at(7, () -> desk.change(TradingState.HALTED));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2",
                        "7 s: cancel 2");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the account may not enter any more");
    }

    @Test
    @DisplayName("LULD-HALT-HELD: no rung follows into a stock whose trading is halted")
    void stopsWhenTheStockIsHalted() {
        desk.enter();
        desk.at(
                7,
                () -> {
                    desk.heartbeats.beat("telemetry", Optional.empty(), desk.time.instant(), "");
                    desk.halts.note(
                            List.of(
                                    new TradingHalt(
                                            NVDA, true, "volatility", desk.time.instant())));
                });
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2",
                        "10 s: cancel 2");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: trading is halted: volatility");
    }

    @Test
    @DisplayName("A-69: an order that was on its way during the halt is cancelled once it is there")
    void cancelsWhatWasOnItsWay() {
        desk.broker.onSubmit(order -> {
            desk.change(TradingState.HALTED);
            return desk.broker.accept(order);
        });
        desk.enter();

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "0 s: cancel 1");
        desk.until(60);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the account may not enter any more");
    }

    @Test
    @DisplayName("A-69: a halt that the job hears of cancels at once, in the account it is of")
    void cancelsAtOnceWhenTheJobHearsOfTheHalt() {
        EntryProcess process = enterTwice();
        desk.at(
                Duration.ofMillis(2_500),
                () -> {
                    desk.change(TradingState.HALTED);
                    process.run(LARGE);
                });
        desk.until(9);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "0 s: BUY 4 at 2.47 as 1",
                        "2 s: cancel 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2");
        assertThat(desk.dispositions())
                .containsExactly(
                        "large NVDA UNFILLED 0/4: the account may not enter any more",
                        "second NVDA SUBMITTED 0/4: -");
    }

    @Test
    @DisplayName("fault TWO-INSTANCES-ACTIVE: who lost one account climbs on in the other alone")
    void climbsNoMoreInALostAccount() {
        EntryProcess process = enterTwice();
        desk.at(2, () -> process.lose(LARGE));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2",
                        "10 s: cancel 2",
                        "10 s: BUY 4 at 2.49 as 3",
                        "15 s: cancel 3",
                        "15 s: BUY 4 at 2.50 as 4",
                        "20 s: cancel 4");
        assertThat(desk.dispositions())
                .containsExactly(
                        "large NVDA SUBMITTED 0/4: -",
                        "second NVDA UNFILLED 0/4: the ladder ended");
    }

    private EntryProcess enterTwice() {
        desk.register(DeskAccounts.swing("second"), "121000");
        EntryProcess process = desk.enter();
        process.run(new AccountId("second"));
        return process;
    }

    @Test
    @DisplayName("A-69: a halt between two signals of one run stops the first order of the second")
    void sendsNoFirstOrderAfterAHaltDuringTheRun() {
        Ticker other = Ticker.of("MSFT");
        desk.board.stock(other, "99.98", "100.02");
        desk.board.contract("MSFT261211C00100000", "2.44", "2.50");
        desk.signal(other, Action.BUY_CALL);
        desk.signal(NVDA, Action.BUY_CALL);
        desk.broker.onSubmit(order -> {
            desk.change(TradingState.HALTED);
            return desk.broker.accept(order);
        });
        var process = new EntryProcess(desk);
        assertThat(process.settings.reload(Map.of("dispatcher.spacing.pace", "0s"))).isEmpty();
        process.run(LARGE);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "0 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly(
                        "large MSFT UNFILLED 0/4: the account may not enter any more",
                        "large NVDA UNFILLED 0/4: the account may not enter any more");
        assertThat(desk.dispatches.usage(LARGE, EntryDesk.TEN).working()).isEmpty();
    }

    @Test
    @DisplayName("A-69: a halt keeps what was filled before the cancel was confirmed")
    void keepsWhatWasFilledWhenHalted() {
        EntryProcess process = desk.enter();
        desk.broker.onCancel(order -> {
            order.fill(1, Price.of("2.47"));
            return desk.broker.end(order);
        });
        desk.at(
                2,
                () -> {
                    desk.change(TradingState.HALTED);
                    process.run(LARGE);
                });
        desk.until(60);

        assertThat(desk.dispositions())
                .containsExactly("large NVDA PARTIAL 1/4: the account may not enter any more");
    }

    @Test
    @DisplayName("A-69: a run while REDUCING lets the working order stand until its rung")
    void letsAnOrderStandWhileReducing() {
        EntryProcess process = desk.enter();
        desk.at(
                2,
                () -> {
                    desk.change(TradingState.REDUCING);
                    process.run(LARGE);
                });
        desk.until(4);

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
    }
}
