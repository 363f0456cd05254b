package io.opspipeline.persistence.order;

import static io.opspipeline.persistence.Scene.AAPL;
import static io.opspipeline.persistence.Scene.DAY_START;
import static io.opspipeline.persistence.Scene.LARGE;
import static io.opspipeline.persistence.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.persistence.Entry;
import io.opspipeline.persistence.Scene;
import io.opspipeline.persistence.dispatch.PostgresDispatches;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.testkit.PostgresExtension;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(PostgresExtension.class)
class EntryEndsTest {

    private Scene scene;

    @BeforeEach
    void open(DataSource source) {
        scene = new Scene(source);
    }

    @Test
    @DisplayName(
            "A-67, incidents 3, 6: a refusal ends the dispatch as REJECTED, never as simulated")
    void endsRefused() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        scene.orders.refused(
                entry.id(1),
                DenialCode.STOCK_BUYING_POWER.says("40310000 insufficient buying power"),
                TEN.plusSeconds(1));
        scene.orders.refused(
                entry.id(1), DenialCode.STOCK_BUYING_POWER.says("again"), TEN.plusSeconds(2));
        scene.orders.entryEnded(
                entry.dispatch().id(),
                DenialCode.LADDER_ENDED.says("insufficient"),
                TEN.plusSeconds(2));

        assertThat(scene.texts("select status from dispatch_executions"))
                .containsExactly("REJECTED");
        assertThat(scene.texts("select reason from orders"))
                .containsExactly("40310000 insufficient buying power");
        assertThat(scene.dispatches.usage(LARGE, DAY_START).exposure().isPositive()).isFalse();
    }

    @Test
    @DisplayName("A-67, incident 6: a real order stays a real one, whatever the broker answers")
    void keepsTheModeOfARealOrder() {
        var live =
                new PostgresDispatches(
                        scene.database,
                        scene.orders,
                        new Provenance("0.1.0+test", Provenance.Mode.LIVE));
        scene.signals.store(List.of(Scene.signal(AAPL, TEN, 0.7)), TEN);
        live.fanOut(LARGE, TEN);
        Entry entry = Entry.of(scene, live.claim(LARGE, TEN, Scene.CLAIM).getFirst());
        entry.reserve(Entry.OPEN);

        scene.orders.doubted(
                entry.id(1), DenialCode.NO_ANSWER.says("time-out"), TEN.plusSeconds(3));
        assertThat(modeAndStatus()).containsExactly("LIVE IN_DOUBT");
        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(4));
        assertThat(modeAndStatus()).containsExactly("LIVE SUBMITTED");
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(5));
        assertThat(modeAndStatus()).containsExactly("LIVE FILLED");
    }

    @Test
    @DisplayName("A-129: an order in doubt that never appears is lost, and its limits are free")
    void losesAnOrderInDoubt() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        scene.orders.doubted(
                entry.id(1), DenialCode.NO_ANSWER.says("time-out"), TEN.plusSeconds(3));
        scene.orders.doubted(
                entry.id(1), DenialCode.NO_ANSWER.says("time-out"), TEN.plusSeconds(3));
        assertThat(scene.texts("select status from dispatch_executions"))
                .containsExactly("IN_DOUBT");

        scene.orders.lost(entry.id(1), TEN.plusSeconds(60));
        scene.orders.lost(entry.id(1), TEN.plusSeconds(60));

        assertThat(scene.texts("select status || ' ' || reason from dispatch_executions"))
                .containsExactly("REJECTED SUBMIT_LOST");
        assertThat(scene.orders.lostSince(LARGE, DAY_START))
                .extracting(Order::id)
                .containsExactly(entry.id(1));
        assertThat(scene.dispatches.usage(LARGE, DAY_START).working()).isEmpty();
    }

    @Test
    @DisplayName("fault ACK-LOST: a lost order that appears is told, and so is its late fill")
    void booksAFillThatComesAfterTheEnd() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        scene.orders.doubted(
                entry.id(1), DenialCode.NO_ANSWER.says("time-out"), TEN.plusSeconds(3));
        scene.orders.lost(entry.id(1), TEN.plusSeconds(60));
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(70));

        assertThat(scene.texts("select status from dispatch_executions"))
                .containsExactly("REJECTED");
        assertThat(scene.positions.held(LARGE)).hasSize(1);
        assertThat(scene.dispatches.usage(LARGE, DAY_START).entriesToday()).hasSize(1);
        assertThat(scene.texts("select severity || ' ' || message from alerts order by 1"))
                .containsExactly(
                        "CRITICAL %s was given up and is at the broker after all: FILLED, filled 2"
                                .formatted(entry.id(1)),
                        "WARNING %s LATE_FILL: 2 of 2 filled after it ended REJECTED"
                                .formatted(entry.id(1)));
    }

    @ParameterizedTest
    @CsvSource({"0, UNFILLED", "1, PARTIAL"})
    @DisplayName("A-56: an entry whose order the session has ended ends with it, whoever worked it")
    void endsWithTheSession(int filled, String end) {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.EXPIRED, filled, "2.45", TEN.plusSeconds(9));
        scene.orders.entryEnded(
                entry.dispatch().id(),
                DenialCode.WOUND_UP.says("wound up after a restart"),
                TEN.plusSeconds(10));

        assertThat(scene.texts("select status || ': ' || reason from dispatch_executions"))
                .containsExactly(end + ": ended at the broker: EXPIRED");
        assertThat(scene.dispatches.withoutWorkingOrder(LARGE)).isEmpty();
    }

    @Test
    void givesUpBeforeThePost() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        scene.orders.aborted(
                entry.id(1), DenialCode.RATE_LIMITED.says("above the plan"), TEN.plusSeconds(1));
        scene.orders.entryEnded(
                entry.dispatch().id(), DenialCode.LADDER_ENDED.says("aborted"), TEN.plusSeconds(1));

        assertThat(scene.texts("select status from dispatch_executions"))
                .containsExactly("UNFILLED");
    }

    @Test
    void alertsWhenTheBrokerFillsMoreThanAsked() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.FILLED, 3, "2.45", TEN.plusSeconds(3));

        assertThat(scene.positions.held(LARGE).getFirst().position().quantity()).isEqualTo(3);
        assertThat(scene.texts("select severity from alerts")).containsExactly("CRITICAL");
    }

    @Test
    void knowsNothingOfStrangers() {
        var id = new ClientOrderId("by hand");

        assertThat(
                        scene.orders.apply(
                                LARGE,
                                Entry.update(
                                        id,
                                        BrokerOrderStatus.WORKING,
                                        0,
                                        "0",
                                        Optional.empty(),
                                        TEN)))
                .isEmpty();
        assertThatThrownBy(() -> scene.orders.lost(id, TEN)).hasMessage("no order by hand");
    }

    @Test
    @DisplayName("A-128: an entry in progress without a working order is found until it is ended")
    void findsEntriesWithoutAWorkingOrder() {
        Entry entry = Entry.reserved(scene, LARGE, AAPL);
        assertThat(scene.dispatches.withoutWorkingOrder(LARGE)).isEmpty();

        entry.news(1, BrokerOrderStatus.CANCELED, 0, "0", TEN.plusSeconds(5));
        assertThat(scene.dispatches.withoutWorkingOrder(LARGE))
                .containsExactly(entry.dispatch().id());
        assertThat(scene.dispatches.withoutWorkingOrder(Scene.TINY)).isEmpty();

        scene.orders.entryEnded(
                entry.dispatch().id(),
                DenialCode.LADDER_ENDED.says("nobody works it"),
                TEN.plusSeconds(9));
        assertThat(scene.dispatches.withoutWorkingOrder(LARGE)).isEmpty();
    }

    private List<String> modeAndStatus() {
        return scene.texts("select execution_mode || ' ' || status from dispatch_executions");
    }
}
