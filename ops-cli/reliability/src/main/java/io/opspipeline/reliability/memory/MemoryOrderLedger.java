package io.opspipeline.reliability.memory;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderChange;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.order.OrderLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Orders of entries in memory, and the dispatches and positions that move with them.
public final class MemoryOrderLedger implements OrderLedger {

    private static final Comparator<Order> OLDEST_FIRST =
            Comparator.comparing(Order::createdAt).thenComparing(Order::id);

    private final MemoryTables tables;
    private final EntrySteps steps;
    private final EntryFills fills;
    private final Alerts alerts;

    MemoryOrderLedger(MemoryTables tables, EntryFills fills, Alerts alerts) {
        this.tables = tables;
        this.fills = fills;
        this.alerts = alerts;
        steps = new EntrySteps(tables, alerts);
    }

    /// Also refuses an order that its dispatch has no room for.
    ///
    /// @throws UnsupportedOperationException for an exit: these stores hold entries
    @Override
    public void commitIntent(Order order, Optional<Quote> quote) {
        if (order.state() != OrderState.INTENT) {
            throw new IllegalArgumentException(order.id() + " is no intent but " + order.state());
        }
        switch (order.purpose()) {
            case OrderPurpose.Entry entry ->
                    tables.transactions.run(() -> commit(order, entry.dispatchId()));
            case OrderPurpose.Exit _ ->
                    throw new UnsupportedOperationException(order.id() + " is an exit");
        }
    }

    @Override
    public Optional<OrderChange> apply(AccountId account, OrderUpdate update) {
        return tables.transactions.call(
                () -> find(account, update.clientOrderId()).map(order -> apply(order, update)));
    }

    @Override
    public OrderChange refused(ClientOrderId id, Denial denial, Instant at) {
        return ours(id, order -> OrderMachine.refused(order, denial, at));
    }

    @Override
    public OrderChange doubted(ClientOrderId id, Denial denial, Instant at) {
        return tables.transactions.call(() -> {
            OrderChange change = ours(id, order -> OrderMachine.doubted(order, denial, at));
            if (!change.isNothing()) {
                steps.doubted(change.after());
            }
            return change;
        });
    }

    @Override
    public OrderChange lost(ClientOrderId id, Instant at) {
        return tables.transactions.call(() -> {
            OrderChange change = ours(id, order -> OrderMachine.lost(order, at));
            if (!change.isNothing()) {
                steps.ended(AccountRows.dispatchOf(change.after()));
            }
            return change;
        });
    }

    @Override
    public OrderChange aborted(ClientOrderId id, Denial denial, Instant at) {
        return ours(id, order -> OrderMachine.aborted(order, denial, at));
    }

    @Override
    public void entryEnded(long dispatchId, Denial denial, Instant at) {
        tables.transactions.run(() -> steps.ended(dispatchId));
    }

    @Override
    public Optional<Order> find(AccountId account, ClientOrderId id) {
        return tables.transactions.call(() -> tables.of(account).orders().find(id));
    }

    @Override
    public List<Order> working(AccountId account) {
        return orders(account, order -> order.state().isWorking());
    }

    @Override
    public List<Order> atWorkSince(AccountId account, Instant from) {
        return orders(
                account, order -> order.endedAt().map(ended -> !ended.isBefore(from)).orElse(true));
    }

    @Override
    public List<Order> lostSince(AccountId account, Instant from) {
        return orders(
                account,
                order -> order.state() == OrderState.LOST && !order.createdAt().isBefore(from));
    }

    private List<Order> orders(AccountId account, Predicate<Order> wanted) {
        return tables.transactions.call(() ->
                tables.of(account).orders().all().filter(wanted).sorted(OLDEST_FIRST).toList());
    }

    private void commit(Order order, long dispatchId) {
        AccountId account = order.request().account();
        DispatchRow dispatch = tables.dispatch(account, dispatchId);
        if (isCommitted(order)) {
            return;
        }
        steps.requireRoom(dispatch, order.request());
        if (!tables.own(order.id(), account)) {
            throw new IllegalStateException(order.id() + " is taken by another account");
        }
        tables.of(account).orders().put(order.id(), order);
        steps.committed(dispatch, order);
    }

    /// True when the very same request is committed already.
    private boolean isCommitted(Order order) {
        Optional<Order> known = find(order.request().account(), order.id());
        if (known.isPresent()
                && !(known.get().request().equals(order.request())
                        && known.get().purpose().equals(order.purpose()))) {
            throw new IllegalStateException(
                    "%s is taken by %s, wanted %s"
                            .formatted(order.id(), known.get().request(), order.request()));
        }
        return known.isPresent();
    }

    private OrderChange apply(Order order, OrderUpdate update) {
        if (!tables.news.add(MemoryTables.News.of(update), true)) {
            return new OrderChange(order, order, Optional.empty());
        }
        OrderChange change = OrderMachine.apply(order, update);
        if (change.isNothing()) {
            return change;
        }
        keep(change);
        if (order.state() == OrderState.LOST) {
            appeared(order, update);
        }
        change.fill().ifPresent(fill -> fills.book(change.after(), fill));
        steps.followed(change.after(), update.at());
        if (change.after().remaining() < 0) {
            overfilled(change.after(), update.at());
        }
        return change;
    }

    /// Something we did, or learnt from the answer to our own request.
    private OrderChange ours(ClientOrderId id, Function<Order, OrderChange> step) {
        return tables.transactions.call(() -> {
            Order order = tables.of(tables.ownerOf(id)).orders().find(id).orElseThrow();
            OrderChange change = step.apply(order);
            if (!change.isNothing()) {
                keep(change);
            }
            return change;
        });
    }

    private void keep(OrderChange change) {
        Order after = change.after();
        tables.of(after.request().account()).orders().put(after.id(), after);
    }

    private void appeared(Order order, OrderUpdate update) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "lost-order-appeared " + order.id(),
                Optional.of(order.request().account()),
                order.id() + " was given up and is at the broker after all",
                update.at());
    }

    private void overfilled(Order order, Instant at) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "overfill " + order.id(),
                Optional.of(order.request().account()),
                order.id() + " was filled more than it asked for",
                at);
    }
}
