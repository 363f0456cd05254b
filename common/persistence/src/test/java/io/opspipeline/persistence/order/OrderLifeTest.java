package io.opspipeline.persistence.order;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.Side;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.testkit.PostgresExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class OrderLifeTest {

    private static final Instant LATER = TEN.plusSeconds(600);

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName("A-102: from intent to outcome, end, outcome and event together")
    void livesFromIntentToOutcome() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(1));
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.40", TEN.plusSeconds(2));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));
        Order exit = exit(position(), ExitReason.TAKE_PROFIT, 1, 2);
        scene.orders.commitIntent(exit, Optional.of(Entry.QUOTE));
        sold(exit, 2, "3.70");

        assertThat(scene.texts("select status || ' ' || reason from dispatch_executions"))
                .containsExactly("FILLED FILLED");
        assertThat(dispatchSteps())
                .containsExactly("PENDING", "CLAIMED", "INTENT", "SUBMITTED", "FILLED");
        assertThat(positionSteps()).containsExactly("OPENED", "INCREASED", "REDUCED", "ENDED");
        assertThat(scene.texts("select end_state from outcomes")).containsExactly("CLOSED");
    }

    @Test
    @DisplayName("A-84, incidents 22, 26: a fill makes one position, its levels on the premium")
    void opensOnePosition() {
        scene.bar(AAPL, TEN.minus(Bar.LENGTH), "100.25");
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.40", TEN.plusSeconds(2));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));

        assertThat(scene.positions.held(LARGE))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.position().quantity()).isEqualTo(2);
                    assertThat(held.position().entryPrice()).isEqualTo(Price.of("2.45"));
                    assertThat(held.stop()).isEqualTo(Price.of("1.8375"));
                    assertThat(held.target()).isEqualTo(Price.of("3.675"));
                });
    }

    @Test
    @DisplayName("A-100: duplicate and late events change nothing")
    void toleratesRepeatsAndReordering() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.40", TEN.plusSeconds(2));
        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(1));

        assertThat(scene.orders.find(LARGE, entry.id(1)).orElseThrow().state())
                .isEqualTo(OrderState.FILLED);
        assertThat(scene.texts("select quantity from fills")).containsExactly("2");
        assertThat(scene.positions.held(LARGE)).hasSize(1);
    }

    @Test
    @DisplayName("A-79: an intent committed again is the same order")
    void commitsAnIntentOnce() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        scene.orders.commitIntent(entry.order(1), Optional.of(Entry.QUOTE));

        assertThat(scene.orders.working(LARGE)).containsExactly(entry.order(1));
        assertThatThrownBy(() -> scene.orders.commitIntent(entry.order(1, 1), Optional.empty()))
                .hasMessageContaining("is taken by");
        assertThatThrownBy(() -> scene.orders.commitIntent(entry.order(2), Optional.empty()))
                .hasMessageContaining("while " + entry.id(1) + " works");
    }

    @Test
    @DisplayName("A-81: a ladder ends PARTIAL with what it filled")
    void climbsTheLadder() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(1));
        entry.news(1, BrokerOrderStatus.CANCELED, 1, "2.45", TEN.plusSeconds(5));
        scene.orders.commitIntent(entry.order(2, 1), Optional.of(Entry.QUOTE));
        entry.news(2, BrokerOrderStatus.CANCELED, 0, "0", TEN.plusSeconds(10));

        scene.orders.entryEnded(
                entry.dispatch().id(),
                DenialCode.LADDER_ENDED.says("20 s are over"),
                TEN.plusSeconds(20));
        scene.orders.entryEnded(
                entry.dispatch().id(), DenialCode.LADDER_ENDED.says("again"), TEN.plusSeconds(21));

        assertThat(scene.texts("select status || ' ' || reason from dispatch_executions"))
                .containsExactly("PARTIAL 20 s are over");
        assertThat(scene.dispatches.usage(LARGE, DAY_START).working())
                .singleElement()
                .matches(work -> !work.pending());
    }

    @Test
    @DisplayName("A-96, incident 8: closing orders never exceed what is held")
    void refusesToSellMoreThanIsHeld() {
        long position = Entry.held(scene, LARGE, AAPL);
        Order first = exit(position, ExitReason.STOP_LOSS, 1, 2);
        scene.orders.commitIntent(first, Optional.empty());
        scene.orders.commitIntent(first, Optional.empty());

        assertThatThrownBy(() ->
                        scene.orders.commitIntent(
                                exit(position, ExitReason.STOP_LOSS, 2, 1), Optional.empty()))
                .hasMessageContaining("free are 0");
        assertThat(scene.orders.working(LARGE)).hasSize(1);
    }

    @Test
    @DisplayName("fault OVERFILL: what a close sells beyond what is held is a fill of no position")
    void booksAtMostWhatIsHeld() {
        Order exit = exit(Entry.held(scene, LARGE, AAPL), ExitReason.STOP_LOSS, 1, 2);
        scene.orders.commitIntent(exit, Optional.empty());

        sold(exit, 3, "3.70");

        assertThat(
                        scene.texts(
                                "select state || ' ' || filled_quantity from orders where side = 'SELL'"))
                .containsExactly("FILLED 3");
        assertThat(soldFills()).containsExactly("2 of the position", "1 of none");
        assertThat(scene.texts("select end_state || ' ' || quantity from outcomes"))
                .containsExactly("CLOSED 2");
        assertThat(criticalAlerts())
                .containsExactly("overfill " + exit.id(), "sold-beyond " + exit.id() + " 3");
    }

    @Test
    @DisplayName(
            "fault ACK-LATE-AFTER-RETRY: a lost close that sold what its successor has sold is booked")
    void booksALostCloseOfAnEndedPosition() {
        long position = Entry.held(scene, LARGE, AAPL);
        Order lost = exit(position, ExitReason.STOP_LOSS, 1, 2);
        Order successor = exit(position, ExitReason.STOP_LOSS, 2, 2);
        scene.orders.commitIntent(lost, Optional.empty());
        scene.orders.doubted(lost.id(), DenialCode.NO_ANSWER.says("time-out"), LATER);
        scene.orders.lost(lost.id(), LATER);
        scene.orders.commitIntent(successor, Optional.empty());
        sold(successor, 2, "3.70");

        sold(lost, 2, "3.60");

        assertThat(soldFills()).containsExactly("2 of the position", "2 of none");
        assertThat(criticalAlerts())
                .containsExactly(
                        "lost-order-appeared " + lost.id(), "sold-beyond " + lost.id() + " 2");
    }

    private List<String> soldFills() {
        return scene.texts(
                """
                select quantity || case when position_id is null then ' of none'
                    else ' of the position' end
                from fills where side = 'SELL' order by price desc, position_id nulls last
                """);
    }

    private List<String> criticalAlerts() {
        return scene.texts("select event_id from alerts where severity = 'CRITICAL' order by 1");
    }

    private Order exit(long position, ExitReason rule, int attempt, int quantity) {
        var held = scene.positions.held(LARGE).getFirst().position();
        OrderRequest request =
                new OrderRequest(
                        ClientOrderId.exit(
                                LARGE, held.instrument(), held.openedAt(), rule, attempt),
                        LARGE,
                        held.instrument(),
                        Side.SELL,
                        quantity,
                        Optional.of(Price.of("3.70")));
        return Order.intent(request, new OrderPurpose.Exit(position, rule), attempt, LATER);
    }

    private void sold(Order exit, int filled, String price) {
        scene.orders.apply(
                LARGE,
                Entry.update(
                        exit.id(),
                        BrokerOrderStatus.FILLED,
                        filled,
                        price,
                        Optional.empty(),
                        LATER));
    }

    private long position() {
        return scene.positions.held(LARGE).getFirst().id();
    }

    private List<String> positionSteps() {
        return scene.texts("select kind from position_events order by event_id");
    }

    private List<String> dispatchSteps() {
        return scene.texts("select to_status from dispatch_transitions order by transition_id");
    }
}
