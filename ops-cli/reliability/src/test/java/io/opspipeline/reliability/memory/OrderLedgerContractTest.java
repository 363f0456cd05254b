package io.opspipeline.reliability.memory;

import static io.opspipeline.reliability.memory.Scene.AAPL;
import static io.opspipeline.reliability.memory.Scene.DAY_START;
import static io.opspipeline.reliability.memory.Scene.LARGE;
import static io.opspipeline.reliability.memory.Scene.MSFT;
import static io.opspipeline.reliability.memory.Scene.OVER;
import static io.opspipeline.reliability.memory.Scene.SILENCE;
import static io.opspipeline.reliability.memory.Scene.TEN;
import static io.opspipeline.reliability.memory.Scene.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.dispatch.Dispatches;
import io.opspipeline.ports.order.OrderLedger;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a submit and its recovery rely on from the order's intent to its end.
@ParameterizedClass
@EnumSource(StoreKind.class)
class OrderLedgerContractTest {

    @Parameter StoreKind kind;

    private Scene scene;
    private OrderLedger ledger;
    private Dispatches dispatches;

    @BeforeEach
    void open() {
        scene = Scene.of(kind);
        ledger = scene.stores().ledger();
        dispatches = scene.stores().dispatches();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("A-128: an order is written down before it is sent, for its account alone")
    void writesAnIntentDown() {
        Entry entry = scene.reserved(LARGE, AAPL);

        assertThat(ledger.working(LARGE)).containsExactly(entry.order(1));
        assertThat(ledger.find(LARGE, entry.id(1))).contains(entry.order(1));
        assertThat(ledger.find(TINY, entry.id(1))).isEmpty();
        assertThat(ledger.working(TINY)).isEmpty();
        assertThat(dispatches.withoutWorkingOrder(LARGE)).isEmpty();
    }

    @Test
    @DisplayName("A-79: an intent committed again is the same order, and its name is no other's")
    void commitsAnIntentOnce() {
        Entry entry = scene.reserved(LARGE, AAPL);
        Entry other = scene.reserved(TINY, AAPL);
        entry.commit(entry.order(1));

        assertThat(ledger.working(LARGE)).containsExactly(entry.order(1));
        assertThatThrownBy(() -> entry.commit(entry.order(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is taken by");
        other.news(1, BrokerOrderStatus.CANCELED, 0, "0", TEN.plusSeconds(5));
        assertThatThrownBy(() -> other.commit(other.order(entry.id(1), other.call(), 2, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is taken by");
        assertThat(ledger.working(TINY)).isEmpty();
    }

    @Test
    @DisplayName("A-57: one order of an entry works at a time, within its plan")
    void refusesWhatThePlanHasNoRoomFor() {
        Entry entry = scene.reserved(LARGE, AAPL);
        assertThatThrownBy(() -> entry.commit(entry.order(2)))
                .hasMessageContaining("while " + entry.id(1) + " works");

        ledger.doubted(entry.id(1), SILENCE, TEN.plusSeconds(1));
        assertThatThrownBy(() -> entry.commit(entry.order(2)))
                .hasMessageContaining("while " + entry.id(1) + " works");

        entry.news(1, BrokerOrderStatus.CANCELED, 1, "2.45", TEN.plusSeconds(5));
        assertThatThrownBy(() -> entry.commit(entry.order(2)))
                .hasMessageContaining("with room for 1");
        Instrument another = Instrument.ofSymbol("MSFT261211C00100000");
        assertThatThrownBy(() -> entry.commit(entry.order(entry.id(2), another, 2, 1)))
                .hasMessageContaining("which planned");
        entry.commit(entry.order(2, 1));
        assertThat(ledger.working(LARGE)).containsExactly(entry.order(2, 1));
    }

    @Test
    void refusesAnIntentThatIsNone() {
        Entry entry = scene.reserved(LARGE, AAPL);
        Order doubted = ledger.doubted(entry.id(1), SILENCE, TEN).after();

        assertThatThrownBy(() -> ledger.commitIntent(doubted, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry.commit(new Entry(scene, scene.claimed(TINY, MSFT)).order(1)))
                .hasMessageContaining("which planned");
    }

    @Test
    @DisplayName("A-58: an order that its session ends ends its entry, whoever hears of it")
    void endsWithTheSession() {
        Entry entry = scene.reserved(LARGE, AAPL);

        entry.news(1, BrokerOrderStatus.EXPIRED, 1, "2.45", TEN.plusSeconds(5));

        assertThat(dispatches.withoutWorkingOrder(LARGE)).isEmpty();
        assertThatThrownBy(() -> entry.commit(entry.order(2, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("A-129: in doubt it still works; what was found is followed")
    void followsAnOrderThatIsFound() {
        Entry entry = scene.reserved(LARGE, AAPL);
        assertThat(ledger.doubted(entry.id(1), SILENCE, TEN.plusSeconds(1)).after().state())
                .isEqualTo(OrderState.IN_DOUBT);
        assertThat(ledger.doubted(entry.id(1), SILENCE, TEN.plusSeconds(2)).isNothing()).isTrue();
        assertThat(ledger.working(LARGE)).hasSize(1);
        assertThatThrownBy(() -> ledger.entryEnded(entry.dispatchId(), OVER, TEN.plusSeconds(3)))
                .hasMessageContaining("cannot end while");

        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(4));

        Order found = entry.stored(1);
        assertThat(found.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(found.brokerOrderId()).contains(new BrokerOrderId("broker " + entry.id(1)));
        assertThat(found.denial()).isEmpty();
        assertThat(ledger.lost(entry.id(1), TEN.plusSeconds(60)).isNothing()).isTrue();
        assertThat(entry.stored(1)).isEqualTo(found);
    }

    @Test
    @DisplayName("A-129: lost it ends its entry, and stays on the list of those to look for")
    void losesAnOrder() {
        Entry entry = scene.reserved(LARGE, AAPL);
        assertThat(ledger.lost(entry.id(1), TEN).isNothing()).isTrue();
        ledger.doubted(entry.id(1), SILENCE, TEN.plusSeconds(1));

        assertThat(ledger.lost(entry.id(1), TEN.plusSeconds(60)).ended()).isTrue();
        assertThat(ledger.lost(entry.id(1), TEN.plusSeconds(60)).isNothing()).isTrue();

        assertThat(ledger.working(LARGE)).isEmpty();
        assertThat(dispatches.withoutWorkingOrder(LARGE)).isEmpty();
        assertThat(ledger.lostSince(LARGE, DAY_START))
                .extracting(Order::id)
                .containsExactly(entry.id(1));
        assertThat(ledger.lostSince(LARGE, TEN.plusSeconds(1))).isEmpty();
        assertThat(ledger.lostSince(TINY, DAY_START)).isEmpty();
        assertThat(entry.stored(1).denial().orElseThrow().code()).isEqualTo(DenialCode.SUBMIT_LOST);
    }

    @Test
    @DisplayName("fault ACK-LATE-AFTER-RETRY: a lost order that appears works again, and fills")
    void takesALostOrderUpAgain() {
        Entry entry = scene.reserved(LARGE, AAPL);
        ledger.doubted(entry.id(1), SILENCE, TEN.plusSeconds(1));
        ledger.lost(entry.id(1), TEN.plusSeconds(60));

        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(70));
        assertThat(ledger.working(LARGE)).extracting(Order::id).containsExactly(entry.id(1));
        assertThat(ledger.lostSince(LARGE, DAY_START)).isEmpty();

        entry.news(1, BrokerOrderStatus.CANCELED, 1, "2.45", TEN.plusSeconds(75));
        ledger.entryEnded(entry.dispatchId(), OVER, TEN.plusSeconds(75));
        assertThat(ledger.working(LARGE)).isEmpty();
        assertThat(scene.stores().positions().held(LARGE))
                .singleElement()
                .matches(held -> held.position().quantity() == 1);
    }

    @Test
    @DisplayName("A-100: news that come twice, or late, change nothing")
    void toleratesRepeatsAndReordering() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));
        Order filled = entry.stored(1);

        assertThat(entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3)))
                .matches(change -> change.isNothing());
        entry.news(1, BrokerOrderStatus.PARTIALLY_FILLED, 1, "2.40", TEN.plusSeconds(2));
        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(1));

        assertThat(filled.state()).isEqualTo(OrderState.FILLED);
        assertThat(entry.stored(1)).isEqualTo(filled);
        assertThat(scene.stores().positions().held(LARGE))
                .singleElement()
                .matches(held -> held.position().quantity() == 2);
    }

    @Test
    @DisplayName("A-128: an entry between two orders is found until it is ended")
    void findsEntriesWithoutAWorkingOrder() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.WORKING, 0, "0", TEN.plusSeconds(1));
        assertThat(dispatches.withoutWorkingOrder(LARGE)).isEmpty();

        entry.news(1, BrokerOrderStatus.CANCELED, 1, "2.45", TEN.plusSeconds(5));
        assertThat(dispatches.withoutWorkingOrder(LARGE)).containsExactly(entry.dispatchId());
        assertThat(dispatches.withoutWorkingOrder(TINY)).isEmpty();

        ledger.entryEnded(entry.dispatchId(), OVER, TEN.plusSeconds(9));
        ledger.entryEnded(entry.dispatchId(), OVER, TEN.plusSeconds(9));
        assertThat(dispatches.withoutWorkingOrder(LARGE)).isEmpty();
        assertThatThrownBy(() -> entry.commit(entry.order(2, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.working(LARGE)).isEmpty();
    }

    @Test
    @DisplayName("A-67: refused or given up it never works, and its entry ends with it")
    void endsWhatWasNeverTaken() {
        Entry refused = scene.reserved(LARGE, AAPL);
        Entry aborted = scene.reserved(LARGE, MSFT);

        ledger.refused(refused.id(1), SILENCE, TEN.plusSeconds(1));
        ledger.aborted(aborted.id(1), SILENCE, TEN.plusSeconds(1));

        assertThat(refused.stored(1).state()).isEqualTo(OrderState.REJECTED);
        assertThat(aborted.stored(1).state()).isEqualTo(OrderState.CANCELED);
        assertThat(ledger.refused(refused.id(1), OVER, TEN.plusSeconds(2)).isNothing()).isTrue();
        assertThat(dispatches.withoutWorkingOrder(LARGE))
                .containsExactly(refused.dispatchId(), aborted.dispatchId());
    }

    @Test
    @DisplayName("A-128: all filled, the entry has ended; nothing more can be bought for it")
    void endsWithItsLastFill() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.FILLED, 2, "2.45", TEN.plusSeconds(3));

        assertThat(dispatches.withoutWorkingOrder(LARGE)).isEmpty();
        assertThat(ledger.working(LARGE)).isEmpty();
        assertThatThrownBy(() -> entry.commit(entry.order(2, 1)))
                .hasMessageContaining("with room for 0");
        assertThat(dispatches.duplicates(LARGE, DAY_START)).isZero();
    }

    @Test
    void listsWhatWorksAndWhatEndedSince() {
        Entry ended = scene.reserved(LARGE, AAPL);
        Entry working = scene.reserved(LARGE, MSFT);
        ended.news(1, BrokerOrderStatus.CANCELED, 0, "0", TEN.plusSeconds(5));
        ended.commit(ended.order(2));
        Instant end = TEN.plusSeconds(5);

        assertThat(ledger.working(LARGE))
                .extracting(Order::id)
                .containsExactly(working.id(1), ended.id(2));
        assertThat(ledger.atWorkSince(LARGE, end))
                .extracting(Order::id)
                .containsExactly(ended.id(1), working.id(1), ended.id(2));
        assertThat(ledger.atWorkSince(LARGE, end.plusSeconds(1)))
                .extracting(Order::id)
                .containsExactly(working.id(1), ended.id(2));
    }

    @Test
    void booksWhatTheBrokerFilledTooMuch() {
        Entry entry = scene.reserved(LARGE, AAPL);
        entry.news(1, BrokerOrderStatus.FILLED, 3, "2.45", TEN.plusSeconds(3));

        assertThat(entry.stored(1).state()).isEqualTo(OrderState.FILLED);
        assertThat(scene.stores().positions().held(LARGE))
                .singleElement()
                .matches(held -> held.position().quantity() == 3);
    }

    @Test
    void knowsNothingOfStrangers() {
        var id = new ClientOrderId("by hand");

        assertThat(ledger.apply(LARGE, Entry.update(id, BrokerOrderStatus.WORKING, 0, "0", TEN)))
                .isEmpty();
        assertThatThrownBy(() -> ledger.lost(id, TEN)).hasMessage("no order by hand");
        assertThatThrownBy(() -> ledger.entryEnded(77, OVER, TEN)).hasMessage("no dispatch 77");
    }
}
