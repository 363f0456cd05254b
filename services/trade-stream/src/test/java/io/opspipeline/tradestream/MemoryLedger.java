package io.opspipeline.tradestream;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderChange;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.order.OrderLedger;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The orders of one account in memory, without positions.
final class MemoryLedger implements OrderLedger {

    final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
    int fills;
    int applied;

    /// Orders of which nothing can be booked.
    final Set<ClientOrderId> broken = new HashSet<>();

    @Override
    public void commitIntent(Order order, Optional<Quote> quote) {
        orders.put(order.id(), order);
    }

    @Override
    public Optional<OrderChange> apply(AccountId account, OrderUpdate update) {
        if (broken.contains(update.clientOrderId())) {
            throw new IllegalStateException("broken on purpose");
        }
        applied++;
        return find(account, update.clientOrderId())
                .map(order -> keep(OrderMachine.apply(order, update)));
    }

    @Override
    public OrderChange refused(ClientOrderId id, Denial reason, Instant at) {
        return keep(OrderMachine.refused(orders.get(id), reason, at));
    }

    @Override
    public OrderChange doubted(ClientOrderId id, Denial reason, Instant at) {
        return keep(OrderMachine.doubted(orders.get(id), reason, at));
    }

    @Override
    public OrderChange lost(ClientOrderId id, Instant at) {
        return keep(OrderMachine.lost(orders.get(id), at));
    }

    @Override
    public OrderChange aborted(ClientOrderId id, Denial reason, Instant at) {
        return keep(OrderMachine.aborted(orders.get(id), reason, at));
    }

    @Override
    public void entryEnded(long dispatchId, Denial reason, Instant at) {
        throw new UnsupportedOperationException("the dispatcher's");
    }

    @Override
    public Optional<Order> find(AccountId account, ClientOrderId id) {
        return Optional.ofNullable(orders.get(id))
                .filter(order -> order.request().account().equals(account));
    }

    @Override
    public List<Order> working(AccountId account) {
        return orders.values().stream().filter(order -> order.state().isWorking()).toList();
    }

    @Override
    public List<Order> atWorkSince(AccountId account, Instant from) {
        return orders.values().stream()
                .filter(order -> order.endedAt().filter(ended -> ended.isBefore(from)).isEmpty())
                .toList();
    }

    @Override
    public List<Order> lostSince(AccountId account, Instant from) {
        return orders.values().stream().filter(order -> order.state() == OrderState.LOST).toList();
    }

    private OrderChange keep(OrderChange change) {
        orders.put(change.after().id(), change.after());
        fills += change.fill().isPresent() ? 1 : 0;
        return change;
    }
}
