package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.BrokerAccount;
import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.broker.BrokerBooks;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.TradingStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A broker whose books a test writes, and whose stream it speaks through.
final class FakeBroker implements BrokerBooks, TradingStream {

    final List<OrderUpdate> orders = new ArrayList<>();
    final List<BrokerPosition> positions = new ArrayList<>();
    final List<TradingStream.Listener> opened = new ArrayList<>();
    int closed;
    boolean isDown;

    /// From when orders were last asked for.
    Instant askedFrom = Instant.MAX;

    /// What happens at the broker between the reads of its positions and of its orders.
    Runnable meanwhile = () -> {};

    /// The stream that was opened last.
    TradingStream.Listener stream() {
        return opened.getLast();
    }

    @Override
    public Connection open(AccountId account, Listener listener) {
        opened.add(listener);
        return () -> closed++;
    }

    @Override
    public BrokerAccount account(AccountId account) {
        requireUp();
        Money none = Money.ZERO;
        return new BrokerAccount("SIM-" + account, "ACTIVE", false, 2, none, none, none, none);
    }

    @Override
    public Optional<OrderUpdate> orderByClientId(AccountId account, ClientOrderId id) {
        return ordersSince(account, Instant.MIN).stream()
                .filter(update -> update.clientOrderId().equals(id))
                .findFirst();
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account) {
        return ordersSince(account, Instant.MIN).stream()
                .filter(update -> !update.status().isTerminal())
                .toList();
    }

    @Override
    public List<OrderUpdate> openOrders(AccountId account, Instrument instrument) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public List<OrderUpdate> ordersSince(AccountId account, Instant from) {
        requireUp();
        askedFrom = from;
        meanwhile.run();
        return List.copyOf(orders);
    }

    @Override
    public List<BrokerPosition> positions(AccountId account) {
        requireUp();
        return List.copyOf(positions);
    }

    private void requireUp() {
        if (isDown) {
            throw new BrokerUnavailable("down");
        }
    }
}
