package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.TradingStream;
import io.opspipeline.runtime.setting.CurrentSettings;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.testkit.crash.MortalClient;
import io.opspipeline.tradestream.rules.EndRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One order, what the broker's books say of it, and the processes that hear of it.
final class CrashCase {

    private static final CurrentSettings<TradeStreamSettings> SETTINGS =
            new CurrentSettings<>(
                    TradeStreamSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());

    private final CrashDesk desk;
    private final AccountId account;
    private final ClientOrderId id;
    private final FakeBroker broker = new FakeBroker();

    CrashCase(CrashDesk desk, AccountId account, ClientOrderId id) {
        this.desk = desk;
        this.account = account;
        this.id = id;
    }

    ClientOrderId id() {
        return id;
    }

    /// The order as it is stored.
    Order order() {
        return desk.stores().ledger().find(account, id).orElseThrow();
    }

    /// What is stored of it and of all that hangs on it.
    String stored() {
        return desk.stored(this);
    }

    /// The books say it, and it is booked.
    void tell(BrokerOrderStatus status, int filled) {
        writeInBooks(status, filled);
        desk.stores().ledger().apply(account, update(status, filled, CrashDesk.NOON));
    }

    /// From now on the broker's books say it.
    void writeInBooks(BrokerOrderStatus status, int filled) {
        broker.orders.clear();
        broker.orders.add(books(status, filled));
        broker.positions.clear();
        if (filled > 0) {
            broker.positions.add(
                    new BrokerPosition(Instrument.ofSymbol(Line.CALL), filled, CrashDesk.PRICE));
        }
    }

    /// A process opens the stream of the account, and compares the books.
    TradingStream.Listener start(MortalClient process) {
        var stores = new CrashStores(process.dataSource(), desk.time);
        var calendar = SessionCalendar.nyse();
        new StreamParts(
                        broker,
                        broker,
                        (_, _) -> List.of(),
                        new MemoryAccounts(),
                        stores.ledger(),
                        stores.positions(),
                        stores.bars(),
                        stores.heartbeats(),
                        stores.alerts(),
                        stores.wakeUps(),
                        new EndRule(calendar),
                        calendar,
                        SETTINGS,
                        desk.time,
                        desk.time)
                .of(account)
                .begin();
        broker.stream().connected();
        return broker.stream();
    }

    /// What the stream brings.
    OrderUpdate news(BrokerOrderStatus status, int filled) {
        return update(status, filled, CrashDesk.NOON.plusSeconds(5));
    }

    private OrderUpdate books(BrokerOrderStatus status, int filled) {
        return update(status, filled, CrashDesk.NOON.plusSeconds(5), OrderUpdate.Source.BOOKS);
    }

    private OrderUpdate update(BrokerOrderStatus status, int filled, Instant at) {
        return update(status, filled, at, OrderUpdate.Source.STREAM);
    }

    private OrderUpdate update(
            BrokerOrderStatus status, int filled, Instant at, OrderUpdate.Source source) {
        return new OrderUpdate(
                id,
                new BrokerOrderId("b-" + id),
                status,
                filled,
                filled == 0 ? Optional.empty() : Optional.of(CrashDesk.PRICE),
                Optional.empty(),
                at,
                source,
                Optional.empty());
    }
}
