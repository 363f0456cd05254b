package io.opspipeline.tradestream;

import io.opspipeline.domain.account.Account;
import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.AccountLimits;
import io.opspipeline.domain.account.AllowedActions;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.account.Tier;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.ports.store.Heartbeat;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.time.VirtualTime;
import io.opspipeline.tradestream.rules.EndRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One stream at noon, on virtual time, with a broker and books of the test's.
final class Line {

    static final AccountId LARGE = new AccountId("large");
    static final Instant NOON = Instant.parse("2026-11-19T17:00:00Z");
    static final String CALL = "NVDA261218C00100000";
    static final ClientOrderId ORDER = new ClientOrderId("large:NVDA:1:CALL:1");

    final VirtualTime time = new VirtualTime(NOON);
    final FakeBroker broker = new FakeBroker();
    final MemoryAccounts accounts = new MemoryAccounts();
    final MemoryLedger ledger = new MemoryLedger();
    final MemoryPositions positions = new MemoryPositions();
    final MemoryHeartbeats heartbeats = new MemoryHeartbeats();
    final List<BrokerActivity> history = new ArrayList<>();
    boolean historyIsDown;
    final List<String> alerts = new ArrayList<>();
    final List<String> wakes = new ArrayList<>();
    final CurrentSettings<TradeStreamSettings> settings =
            new CurrentSettings<>(
                    TradeStreamSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());
    Optional<Bar> newestBar = Optional.empty();
    final StreamWatch watch = watch();

    Line() {
        watch.begin();
    }

    void compareAfter(Duration pause) {
        time.runUntil(time.instant().plus(pause));
        watch.stream().compare();
    }

    Heartbeat heartbeat() {
        return heartbeats.latest("trade-stream", Optional.of(LARGE)).orElseThrow();
    }

    private StreamWatch watch() {
        return watch(LARGE, broker);
    }

    /// Another account's stream over the same books.
    StreamWatch watch(AccountId account, TradingStream stream) {
        var calendar = SessionCalendar.nyse();
        return new StreamParts(
                        stream,
                        broker,
                        (_, _) -> history(),
                        accounts,
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
                .of(account);
    }

    static Account registered(AccountId id) {
        return new Account(
                id,
                "SIM-" + id,
                Strategy.SWING,
                Tier.LARGE,
                AllowedActions.OPTIONS_ONLY,
                Duration.ofMinutes(1),
                new AccountLimits(Money.of("500"), 5, 10, Money.of("10000")),
                true);
    }

    private List<BrokerActivity> history() {
        if (historyIsDown) {
            throw new BrokerUnavailable("down");
        }
        return List.copyOf(history);
    }

    /// A line of the history: somebody sold the call.
    static BrokerActivity sold(int quantity, String price) {
        return new BrokerActivity.Filled(
                line(),
                new BrokerOrderId("by-hand"),
                Instrument.ofSymbol(CALL),
                Side.SELL,
                quantity,
                Price.of(price),
                quantity,
                0);
    }

    static BrokerActivity.Line line() {
        return new BrokerActivity.Line(
                Optional.of("line-1"),
                Optional.of(LocalDate.of(2026, 11, 19)),
                Optional.empty(),
                Optional.empty());
    }

    static Order buy() {
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

    OrderUpdate filled(int quantity) {
        return filled(ORDER, quantity, Duration.ZERO);
    }

    OrderUpdate filled(ClientOrderId order, int quantity) {
        return filled(order, quantity, Duration.ZERO);
    }

    /// @param ahead how far the broker's clock is ahead of ours
    OrderUpdate filled(int quantity, Duration ahead) {
        return filled(ORDER, quantity, ahead);
    }

    private OrderUpdate filled(ClientOrderId order, int quantity, Duration ahead) {
        return new OrderUpdate(
                order,
                new BrokerOrderId("b-1"),
                BrokerOrderStatus.FILLED,
                quantity,
                Optional.of(Price.of("2.00")),
                Optional.of(new Execution("x-1", quantity, Price.of("2.00"))),
                time.instant().plus(ahead),
                OrderUpdate.Source.STREAM,
                Optional.empty());
    }

    OrderUpdate update(BrokerOrderStatus status, int filled) {
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

    static HeldPosition held(String symbol) {
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
                List.of(),
                false,
                Optional.empty());
    }

    static Bar bar(String close) {
        Price price = Price.of(close);
        return new Bar(Ticker.of("NVDA"), NOON.minusSeconds(60), price, price, price, price, 100);
    }
}
