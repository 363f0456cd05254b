package io.opspipeline.dispatcher;

import static io.opspipeline.dispatcher.EntryDesk.LARGE;
import static io.opspipeline.dispatcher.EntryDesk.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.testkit.PostgresExtension;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class EntryDoubtTest {

    private EntryDesk desk;

    @BeforeEach
    void open(DataSource source) {
        desk = new EntryDesk(source);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(desk.time.failures()).isEmpty();
        assertThat(desk.broker.received()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("fault ACK-LOST: the order is in doubt, is found after 1 s, and climbs on")
    void findsAnOrderWithoutAnAnswer() {
        desk.broker.onSubmit(this::arrivesUnanswered);
        desk.enter();
        assertThat(desk.dispositions()).containsExactly("large NVDA IN_DOUBT 0/4: -");

        desk.until(1);
        assertThat(desk.dispositions()).containsExactly("large NVDA SUBMITTED 0/4: -");
        desk.until(60);
        assertThat(desk.broker.blotter())
                .startsWith("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1", "5 s: BUY 4 at 2.48 as 2");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName("A-129, fault 5XX-BUT-ACCEPTED: a fill behind an error is found and booked once")
    void findsAFillBehindAnError() {
        desk.broker.onSubmit(order -> {
            desk.broker.accept(order);
            desk.broker.attempt(1).fill(4, Price.of("2.47"));
            return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("HTTP 503"));
        });
        desk.enter();
        desk.until(60);

        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("4");
    }

    @Test
    @DisplayName("fault DUPLICATE-CLIENT-ID: the order that the broker has is looked up")
    void looksUpADuplicate() {
        desk.broker.onSubmit(order -> {
            desk.broker.accept(order);
            return new SubmitResult.Duplicate();
        });
        desk.enter();
        desk.at(3, () -> desk.broker.attempt(1).fill(4, Price.of("2.47")));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "5 s: cancel 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA FILLED 4/4: FILLED");
    }

    @Test
    @DisplayName("A-129: after 404 at 1, 2, 5, 10, 30 and 60 s it is SUBMIT_LOST, its limits free")
    void givesUpWhatIsNeverFound() {
        desk.broker.onSubmit(_ -> new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out")));
        desk.enter();
        desk.until(59);
        assertThat(desk.dispositions()).containsExactly("large NVDA IN_DOUBT 0/4: -");
        assertThat(desk.dispatches.usage(LARGE, TEN).working()).hasSize(1);

        desk.until(60);
        assertThat(desk.broker.lookUpSeconds()).containsExactly(1L, 2L, 5L, 10L, 30L, 60L);
        assertThat(desk.broker.blotter()).containsExactly("0 s: BUY 4 at 2.47 as 1");
        assertThat(desk.dispositions()).containsExactly("large NVDA REJECTED 0/4: SUBMIT_LOST");
        assertThat(desk.dispatches.usage(LARGE, TEN).working()).isEmpty();
    }

    @Test
    @DisplayName(
            "fault ACK-LATE-AFTER-RETRY: a lost order that appears is cancelled, fills adopted")
    void cancelsALostOrderThatAppears() {
        List<OrderRequest> sent = new ArrayList<>();
        desk.broker.onSubmit(order -> {
            sent.add(order);
            return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
        });
        EntryProcess process = desk.enter();
        desk.until(70);
        desk.broker.accept(sent.getFirst());
        desk.broker.attempt(1).fill(1, Price.of("2.47"));
        process.run(LARGE);

        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "70 s: cancel 1");
        assertThat(desk.ordersStored()).containsExactly("1 CANCELED 1/4");
        assertThat(desk.texts("select quantity from active_positions")).containsExactly("1");
        assertThat(desk.dispositions()).containsExactly("large NVDA REJECTED 1/4: SUBMIT_LOST");
        assertThat(desk.alertsRaised())
                .satisfiesExactly(
                        given -> assertThat(given).startsWith("CRITICAL").contains("given up"),
                        late -> assertThat(late).startsWith("WARNING").contains("LATE_FILL"));
    }

    @Test
    @DisplayName("A-129: an outage is no answer: the search goes on each minute until there is one")
    void searchesOnWhileTheBrokerIsAway() {
        desk.broker.onSubmit(this::arrivesUnanswered);
        desk.enter();
        desk.broker.unreadable(true);
        desk.until(170);
        assertThat(desk.dispositions()).containsExactly("large NVDA IN_DOUBT 0/4: -");

        desk.broker.unreadable(false);
        desk.until(180);
        assertThat(desk.broker.blotter())
                .containsExactly("0 s: BUY 4 at 2.47 as 1", "180 s: cancel 1");
        assertThat(desk.dispositions())
                .containsExactly("large NVDA UNFILLED 0/4: the ladder ended");
    }

    @Test
    @DisplayName("A-78: rungs whose time a search took are left out")
    void leavesOutRungsWhoseTimeHasPassed() {
        desk.broker.onSubmit(this::arrivesUnanswered);
        desk.enter();
        desk.broker.unreadable(true);
        desk.at(9, () -> desk.broker.unreadable(false));
        desk.until(60);

        assertThat(desk.broker.blotter())
                .containsExactly(
                        "0 s: BUY 4 at 2.47 as 1",
                        "10 s: cancel 1",
                        "10 s: BUY 4 at 2.49 as 3",
                        "15 s: cancel 3",
                        "15 s: BUY 4 at 2.50 as 4",
                        "20 s: cancel 4");
    }

    private SubmitResult arrivesUnanswered(OrderRequest order) {
        desk.broker.accept(order);
        return new SubmitResult.InDoubt(DenialCode.NO_ANSWER.says("time-out"));
    }
}
