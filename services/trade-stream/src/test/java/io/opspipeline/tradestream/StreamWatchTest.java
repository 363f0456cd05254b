package io.opspipeline.tradestream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.runtime.time.VirtualTime;
import io.opspipeline.tradestream.rules.EndRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamWatchTest {

    private static final AccountId LARGE = new AccountId("large");
    private static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");
    private static final String CALL = "NVDA261218C00100000";
    private static final ClientOrderId ORDER = new ClientOrderId("large:NVDA:1:CALL:1");

    private final VirtualTime time = new VirtualTime(NOON);
    private final FakeBroker broker = new FakeBroker();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryPositions positions = new MemoryPositions();
    private final MemoryHeartbeats heartbeats = new MemoryHeartbeats();
    private final List<String> alerts = new ArrayList<>();
    private final List<String> wakes = new ArrayList<>();
    private Optional<Bar> newestBar = Optional.empty();
    private final StreamWatch watch = watch();

    @BeforeEach
    void open() {
        watch.begin();
    }

    @Test
    @DisplayName("A-100: a stream that connected is ready once the books were compared")
    void comparesAfterConnecting() {
        broker.isDown = true;
        broker.stream().connected();
        assertThat(heartbeat().isReconciled()).isFalse();

        broker.isDown = false;
        time.runUntil(NOON.plusSeconds(5));

        assertThat(heartbeat().isReconciled()).isTrue();
    }

    @Test
    void beatsWhileConnected() {
        time.runUntil(NOON.plusSeconds(20));
        assertThat(heartbeats.latest("trade-stream", Optional.of(LARGE))).isEmpty();

        broker.stream().connected();
        time.runUntil(NOON.plusSeconds(31));

        assertThat(heartbeat().beatAt()).isEqualTo(NOON.plusSeconds(30));
        broker.stream().disconnected("reset");
        time.runUntil(NOON.plusSeconds(120));
        assertThat(heartbeat().beatAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    @DisplayName("A-100, incident 42: the same execution twice and late news fill once")
    void duplicatesAreHarmless() {
        broker.stream().connected();
        ledger.commitIntent(buy(), Optional.empty());

        broker.stream().updated(filled(2));
        broker.stream().updated(filled(2));
        broker.stream().updated(update(BrokerOrderStatus.WORKING, 0));

        assertThat(ledger.fills).isEqualTo(1);
        assertThat(ledger.orders.get(ORDER).state()).isEqualTo(OrderState.FILLED);
        assertThat(wakes).containsExactly("FILLS", "FILLS");
    }

    @Test
    @DisplayName("A-100, fault GAP-DURING-RECONNECT: what the stream missed comes from the books")
    void fillsTheGap() {
        ledger.commitIntent(buy(), Optional.empty());
        broker.orders.add(filled(2));

        broker.stream().connected();

        assertThat(ledger.orders.get(ORDER).filledQuantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("fault MUTE-SOCKET: an open stream that says nothing is opened again")
    void findsAMuteStream() {
        broker.stream().connected();
        ledger.commitIntent(buy(), Optional.empty());
        time.runUntil(NOON.plusSeconds(9));
        broker.orders.add(filled(2));

        time.runUntil(NOON.plusSeconds(30));

        assertThat(broker.closed).isEqualTo(1);
        assertThat(broker.opened).hasSize(2);
        assertThat(alerts).containsExactly("CRITICAL mute large " + ORDER);
        broker.stream().connected();
        assertThat(ledger.orders.get(ORDER).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    @DisplayName("A-98, incident 25: broker-only positions are adopted")
    void adopts() {
        broker.positions.add(new BrokerPosition(Instrument.ofSymbol(CALL), 3, Price.of("2.00")));

        broker.stream().connected();

        assertThat(positions.events).containsExactly("adopt 3 " + CALL + " as SWING");
        assertThat(alerts).hasSize(1);
    }

    @Test
    @DisplayName("A-98: a fill that the books just told is no foreign position")
    void doesNotAdoptWhatIsAtWork() {
        ledger.commitIntent(buy(), Optional.empty());
        broker.positions.add(new BrokerPosition(Instrument.ofSymbol(CALL), 1, Price.of("2.00")));
        broker.orders.add(update(BrokerOrderStatus.PARTIALLY_FILLED, 1));

        broker.stream().connected();

        assertThat(positions.events).isEmpty();
    }

    @Test
    @DisplayName("A-98: database-only positions end after three confirmations in a row")
    void endsAfterThreeConfirmations() {
        positions.held.add(held(CALL));

        broker.stream().connected();
        compareAfter(Duration.ofSeconds(10));
        compareAfter(Duration.ofSeconds(50));
        assertThat(positions.events).isEmpty();
        compareAfter(Duration.ofSeconds(60));

        assertThat(positions.events).containsExactly("end 1 RECONCILED");
    }

    @Test
    @DisplayName("A-98: a position that is there again starts the count anew")
    void startsAnew() {
        positions.held.add(held(CALL));
        broker.stream().connected();
        compareAfter(Duration.ofSeconds(60));
        broker.positions.add(new BrokerPosition(Instrument.ofSymbol(CALL), 2, Price.of("2.00")));
        compareAfter(Duration.ofSeconds(60));
        broker.positions.clear();
        compareAfter(Duration.ofSeconds(60));
        compareAfter(Duration.ofSeconds(60));

        assertThat(positions.events).isEmpty();
    }

    @Test
    @DisplayName("A-99: after its expiry a contract was exercised or expired")
    void namesTheEndAtExpiry() {
        positions.held.add(held("NVDA261118C00100000"));
        newestBar = Optional.of(bar("99.00"));
        broker.stream().connected();
        compareAfter(Duration.ofSeconds(60));
        compareAfter(Duration.ofSeconds(60));

        assertThat(positions.events).containsExactly("end 1 EXPIRED");
    }

    @Test
    @DisplayName("fault ACK-LATE-AFTER-RETRY: a lost order that appears is told and its fill kept")
    void tellsOfLostOrders() {
        ledger.commitIntent(buy(), Optional.empty());
        ledger.doubted(ORDER, "time-out", NOON);
        ledger.lost(ORDER, NOON);
        broker.orders.add(filled(2));

        broker.stream().connected();

        assertThat(alerts).containsExactly("CRITICAL lost-order-appeared " + ORDER);
        assertThat(ledger.orders.get(ORDER).filledQuantity()).isEqualTo(2);
    }

    @Test
    @DisplayName("fault EXTERNAL-ORDER: an order that is not ours is told, not taken")
    void tellsOfForeignOrders() {
        broker.orders.add(filled(2));

        broker.stream().connected();
        compareAfter(Duration.ofSeconds(60));

        assertThat(alerts).containsExactly("WARNING foreign-order large b-1");
    }

    @Test
    @DisplayName("A-34: the watch rests while the market is closed")
    void restsAtNight() {
        time.runUntil(Instant.parse("2026-11-19T21:00:30Z"));

        assertThat(time.nextDue()).contains(Instant.parse("2026-11-20T14:25:00Z"));
    }

    private void compareAfter(Duration pause) {
        time.runUntil(time.instant().plus(pause));
        watch.stream().compare();
    }

    private Heartbeat heartbeat() {
        return heartbeats.latest("trade-stream", Optional.of(LARGE)).orElseThrow();
    }

    private StreamWatch watch() {
        var calendar = SessionCalendar.nyse();
        var settings =
                new TradeStreamSettings(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        3,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(120));
        return new StreamParts(
                        broker,
                        broker,
                        ledger,
                        positions,
                        new NoBars(() -> newestBar),
                        heartbeats,
                        (severity, event, _, _, _) -> alerts.add(severity + " " + event),
                        (topic, _) -> wakes.add(topic.name()),
                        new EndRule(calendar),
                        calendar,
                        settings,
                        time,
                        time)
                .of(LARGE, Strategy.SWING);
    }

    private static Order buy() {
        OrderRequest request =
                new OrderRequest(
                        ORDER,
                        LARGE,
                        Instrument.ofSymbol(CALL),
                        Side.BUY,
                        2,
                        Optional.of(Price.of("2.00")));
        return Order.intent(request, new OrderPurpose.Entry(1), 1, NOON);
    }

    private OrderUpdate filled(int quantity) {
        return new OrderUpdate(
                ORDER,
                new BrokerOrderId("b-1"),
                BrokerOrderStatus.FILLED,
                quantity,
                Optional.of(Price.of("2.00")),
                Optional.of(new Execution("x-1", quantity, Price.of("2.00"))),
                time.instant(),
                OrderUpdate.Source.STREAM,
                Optional.empty());
    }

    private OrderUpdate update(BrokerOrderStatus status, int filled) {
        return new OrderUpdate(
                ORDER,
                new BrokerOrderId("b-1"),
                status,
                filled,
                filled == 0 ? Optional.empty() : Optional.of(Price.of("2.00")),
                Optional.empty(),
                time.instant(),
                OrderUpdate.Source.BOOKS,
                Optional.empty());
    }

    private static HeldPosition held(String symbol) {
        Position position =
                new Position(
                        LARGE,
                        Instrument.ofSymbol(symbol),
                        Strategy.SWING,
                        PositionOrigin.DISPATCH,
                        PositionState.OPEN,
                        2,
                        2,
                        new BigDecimal("4.00"),
                        0,
                        BigDecimal.ZERO,
                        NOON.minus(Duration.ofDays(2)),
                        Optional.empty());
        return new HeldPosition(
                1,
                position,
                Price.of("1.50"),
                Price.of("3.00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static Bar bar(String close) {
        Price price = Price.of(close);
        return new Bar(Ticker.of("NVDA"), NOON.minusSeconds(60), price, price, price, price, 100);
    }
}
