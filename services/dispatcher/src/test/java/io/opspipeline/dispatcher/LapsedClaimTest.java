package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.NVDA;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class LapsedClaimTest {

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
    @DisplayName("A-58: a claim that lapsed is entered once, after a look-up of its order")
    void takesOverALapsedClaim() {
        desk.broker.onSubmit(order -> {
            assertThat(desk.broker.lookUps()).containsExactly(order.clientOrderId());
            return desk.broker.accept(order);
        });
        EntryProcess process = restartAt(0);
        desk.signal(NVDA, Action.BUY_CALL);
        desk.dispatches.fanOut(LARGE, TEN);
        desk.dispatches.claim(LARGE, TEN, Duration.ofSeconds(60));
        desk.until(59);
        process.run(LARGE);
        assertThat(desk.broker.received()).isEmpty();

        desk.until(60);
        desk.beat(LARGE);
        process.run(LARGE);
        desk.until(120);
        assertThat(desk.broker.received()).hasSize(4);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName("A-58: a lapsed claim whose order the broker has already sends none")
    void findsTheOrderOfALapsedClaim() {
        leaveAnOrderWithoutIntent();
        desk.broker.attempt(1).fill(4, Price.of("2.47"));
        restartAt(60);
        desk.until(120);

        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.broker.orders()).isEqualTo(1);
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("4");
    }

    @Test
    @DisplayName("A-58: an order of a lapsed claim that still works is climbed, not doubled")
    void climbsFromTheOrderOfALapsedClaim() {
        leaveAnOrderWithoutIntent();
        desk.broker.attempt(1).fill(1, Price.of("2.47"));
        restartAt(60);
        desk.until(120);

        assertThat(desk.broker.blotter()).startsWith("65 s: cancel 1", "65 s: BUY 3 at 2.48 as 2");
        assertThat(desk.broker.received()).hasSize(3);
    }

    @Test
    @DisplayName("A-58: a look-up without an answer leaves a lapsed claim in doubt, and sends none")
    void sendsNothingWithoutAnAnswer() {
        leaveAnOrderWithoutIntent();
        desk.broker.loseNextLookUp();
        restartAt(60);
        assertThat(desk.dispositions()).containsExactly("large NVDA IN_DOUBT 0/4: -");

        desk.broker.attempt(1).fill(4, Price.of("2.47"));
        desk.until(120);
        assertThat(desk.broker.received()).isEmpty();
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
    }

    @Test
    @DisplayName("A-58: the order of a fresh claim goes out without a look-up")
    void looksUpNothingOfItsOwn() {
        desk.enter();

        assertThat(desk.broker.received()).hasSize(1);
        assertThat(desk.broker.lookUps()).isEmpty();
        desk.until(120);
    }

    @Test
    @DisplayName("A-58: whoever sleeps beyond its claim has lost it, and sends nothing")
    void sendsNothingAfterItsClaim() {
        EntryProcess sleeper = new EntryProcess(desk);
        EntryProcess next = new EntryProcess(desk);
        desk.signal(NVDA, Action.BUY_CALL);
        desk.board.onceRead(() -> {
            desk.until(60);
            desk.beat(LARGE);
            next.run(LARGE);
        });

        assertThatThrownBy(() -> sleeper.run(LARGE)).hasMessage("1 of 1 signals failed");
        desk.until(120);

        assertThat(desk.broker.blotter()).startsWith("60 s: BUY 4 at 2.47 as 1");
        assertThat(desk.broker.received()).hasSize(4).doesNotHaveDuplicates();
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName(
            "A-58, A-109: a claim of a dead process need not lapse; the next one enters at once")
    void takesOverAFreshClaim() {
        desk.signal(NVDA, Action.BUY_CALL);
        desk.dispatches.fanOut(LARGE, TEN);
        desk.dispatches.claim(LARGE, TEN, Duration.ofSeconds(60));
        restartAt(3);
        desk.until(120);

        assertThat(desk.broker.received()).hasSize(4);
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    /// A claim is over whose order the broker has, and whose intent is gone.
    private void leaveAnOrderWithoutIntent() {
        desk.signal(NVDA, Action.BUY_CALL);
        desk.dispatches.fanOut(LARGE, TEN);
        desk.dispatches.claim(LARGE, TEN, Duration.ofSeconds(60));
        desk.broker.accept(firstOrder());
        desk.until(60);
        desk.beat(LARGE);
    }

    /// As the process before would have sent it.
    private static OrderRequest firstOrder() {
        Instrument call = Instrument.ofSymbol(EntryDesk.CALL);
        return new OrderRequest(
                ClientOrderId.entry(LARGE, NVDA, TEN.minus(Bar.LENGTH), call.type(), 1),
                LARGE,
                call,
                Side.BUY,
                4,
                Optional.of(Price.of("2.47")));
    }

    private EntryProcess restartAt(int seconds) {
        desk.until(seconds);
        var process = new EntryProcess(desk);
        process.run(LARGE);
        return process;
    }
}
