package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.ports.broker.CancelResult;
import io.opspipeline.testkit.PostgresExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class EntryRecoveryTest {

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @AfterEach
    void leavesNothingOpen() {
        assertThat(desk.dispatches.withoutWorkingOrder(LARGE)).isEmpty();
        assertThat(desk.orders.working(LARGE)).isEmpty();
    }

    @Test
    @DisplayName(
            "A-79, fault CRASH-BEFORE-PERSIST: an intent that never left is lost, not sent again")
    void losesAnIntentThatNeverLeft() {
        desk.broker.onSubmit(_ -> {
            throw new Crash();
        });
        crashInTheFirstRun();
        restartAt(60);
        desk.until(119);
        assertThat(desk.dispositions()).containsExactly("large NVDA IN_DOUBT 0/4: -");

        desk.until(120);
        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.dispositions()).containsExactly("large NVDA REJECTED 0/4: SUBMIT_LOST");
    }

    @Test
    @DisplayName("A-58, A-79, incident 13, fault CRASH-AFTER-POST: found by its id, fills adopted")
    void findsWhatItSentBeforeTheCrash() {
        desk.broker.onSubmit(order -> {
            desk.broker.accept(order);
            throw new Crash();
        });
        crashInTheFirstRun();
        desk.broker.attempt(1).fill(3, Price.of("2.47"));
        restartAt(60);
        desk.until(120);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "61 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA PARTIAL 3/4: wound up after a restart");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("3");
    }

    @Test
    @DisplayName(
            "A-128: a rung that was working at the crash is cancelled, and the ladder not resumed")
    void cancelsAWorkingRung() {
        EntryProcess first = desk.enter();
        desk.until(7);
        first.die();
        restartAt(60);
        desk.until(120);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "5 s: cancel 1",
                        "5 s: BUY 4 at 2.48 as 2",
                        "60 s: cancel 2");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: wound up after a restart");
    }

    @Test
    @DisplayName("A-128: a crash between two rungs leaves no reservation behind")
    void endsAnEntryBetweenTwoRungs() {
        EntryProcess first = desk.enter();
        desk.until(2);
        desk.broker.attempt(1).become(BrokerOrderStatus.CANCELED);
        desk.orders.apply(LARGE, desk.broker.attempt(1).update(OrderUpdate.Source.STREAM, TEN));
        first.die();
        assertThat(desk.dispatches.usage(LARGE, TEN).working()).hasSize(1);

        restartAt(60);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: wound up after a restart");
        assertThat(desk.dispatches.usage(LARGE, TEN).working()).isEmpty();
    }

    @Test
    @DisplayName("A-128: an order filled while nobody was there makes its position")
    void booksAFillOfTheDeadTime() {
        EntryProcess first = desk.enter();
        first.die();
        desk.broker.attempt(1).fill(4, Price.of("2.47"));
        restartAt(60);

        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("4");
    }

    @Test
    @DisplayName("A-128: runs that meet an order being wound up leave it alone")
    void windsUpOnce() {
        EntryProcess first = desk.enter();
        desk.until(2);
        first.die();
        desk.broker.onCancel(order -> {
            order.become(BrokerOrderStatus.PENDING_CANCEL);
            return new CancelResult.Accepted();
        });
        EntryProcess second = restartAt(60);
        desk.until(65);
        second.run(LARGE);
        desk.until(120);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "60 s: cancel 1", "79 s: cancel 1");
    }

    @Test
    @DisplayName(
            "fault TWO-INSTANCES-ACTIVE: who lost the account climbs no more; the next winds up")
    void climbsNoMoreAfterLosingTheAccount() {
        EntryProcess first = desk.enter();
        desk.until(2);
        first.lose(LARGE);
        restartAt(3);
        desk.until(120);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "3 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: wound up after a restart");
    }

    private void crashInTheFirstRun() {
        var first = new EntryProcess(desk);
        desk.signal(NVDA, Action.BUY_CALL);
        assertThatThrownBy(() -> first.run(LARGE)).isInstanceOf(Crash.class);
        first.die();
    }

    private EntryProcess restartAt(int seconds) {
        desk.until(seconds);
        var process = new EntryProcess(desk);
        process.run(LARGE);
        return process;
    }
}
