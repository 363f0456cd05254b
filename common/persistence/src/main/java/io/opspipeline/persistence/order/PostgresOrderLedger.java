package io.opspipeline.persistence.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderChange;
import io.opspipeline.domain.order.OrderMachine;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.position.Position;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.EntryDispatch;
import io.opspipeline.persistence.position.ExitLevels;
import io.opspipeline.persistence.position.PositionBook;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.order.OrderLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Orders, fills, positions, outcomes and the state of a dispatch, moved together.
public final class PostgresOrderLedger implements OrderLedger {

    private final Database database;
    private final OrderRows orders;
    private final OrderEvents events;
    private final DispatchSteps dispatches;
    private final PositionBook positions;
    private final Alerts alerts;
    private final IntentFence fence;

    /// A ledger that one process alone writes to.
    ///
    /// @param levels what is stored with a position when it is opened
    /// @param clock tells when news was stored; no rule reads it
    /// @param buildId the build that runs, stored with each position
    public PostgresOrderLedger(
            Database database,
            FeeTable fees,
            ExitLevels levels,
            InstantSource clock,
            String buildId) {
        this(database, fees, levels, clock, buildId, IntentFence.NONE);
    }

    /// @param fence who may commit intents
    public PostgresOrderLedger(
            Database database,
            FeeTable fees,
            ExitLevels levels,
            InstantSource clock,
            String buildId,
            IntentFence fence) {
        this.fence = fence;
        this.database = database;
        orders = new OrderRows(database);
        events = new OrderEvents(database, clock);
        dispatches = new DispatchSteps(database, orders);
        positions = new PositionBook(database, fees, levels, buildId);
        alerts = new PostgresAlerts(database);
    }

    /// Also refuses an order that its dispatch or position has no room for, and one of a process
    /// that does not own the job; nothing is stored then.
    @Override
    public void commitIntent(Order order, Optional<Quote> quote) {
        if (order.state() != OrderState.INTENT) {
            throw new IllegalArgumentException(order.id() + " is no intent but " + order.state());
        }
        database.inTransaction(() -> {
            switch (order.purpose()) {
                case OrderPurpose.Entry entry -> commitEntry(order, entry, quote);
                case OrderPurpose.Exit exit -> commitExit(order, exit, quote);
            }
        });
    }

    @Override
    public Optional<OrderChange> apply(AccountId account, OrderUpdate update) {
        return database.inTransaction(() ->
                orders.lock(account, update.clientOrderId()).map(order -> apply(order, update)));
    }

    @Override
    public OrderChange refused(ClientOrderId id, Denial denial, Instant at) {
        return ours(id, order -> OrderMachine.refused(order, denial, at), at);
    }

    /// The dispatch of an entry is in doubt with it.
    @Override
    public OrderChange doubted(ClientOrderId id, Denial denial, Instant at) {
        return database.inTransaction(() -> {
            OrderChange change = ours(id, order -> OrderMachine.doubted(order, denial, at), at);
            if (!change.isNothing()
                    && change.after().purpose() instanceof OrderPurpose.Entry(long dispatch)) {
                dispatches.doubted(change.after(), dispatch, denial, at);
            }
            return change;
        });
    }

    /// The dispatch of an entry ends with it, so that no crash in between keeps its limits
    /// reserved.
    @Override
    public OrderChange lost(ClientOrderId id, Instant at) {
        return database.inTransaction(() -> {
            OrderChange change = ours(id, order -> OrderMachine.lost(order, at), at);
            if (!change.isNothing()
                    && change.after().purpose() instanceof OrderPurpose.Entry(long dispatch)) {
                dispatches.ended(dispatch, change.after().denial().orElseThrow(), at);
            }
            return change;
        });
    }

    @Override
    public OrderChange aborted(ClientOrderId id, Denial denial, Instant at) {
        return ours(id, order -> OrderMachine.aborted(order, denial, at), at);
    }

    @Override
    public void entryEnded(long dispatchId, Denial denial, Instant at) {
        database.inTransaction(() -> dispatches.ended(dispatchId, denial, at));
    }

    @Override
    public Optional<Order> find(AccountId account, ClientOrderId id) {
        return orders.find(account, id);
    }

    @Override
    public List<Order> working(AccountId account) {
        return orders.working(account);
    }

    @Override
    public List<Order> atWorkSince(AccountId account, Instant from) {
        return orders.atWorkSince(account, from);
    }

    @Override
    public List<Order> lostSince(AccountId account, Instant from) {
        return orders.lostSince(account, from);
    }

    private void commitEntry(Order order, OrderPurpose.Entry entry, Optional<Quote> quote) {
        fence.require(database, JobName.DISPATCHER, order.request().account());
        EntryDispatch dispatch = dispatches.lock(order.request(), entry.dispatchId());
        if (isCommitted(order)) {
            return;
        }
        dispatches.requireRoom(dispatch, order.request());
        insert(order, quote);
        dispatches.committed(dispatch, order);
    }

    private void commitExit(Order order, OrderPurpose.Exit exit, Optional<Quote> quote) {
        fence.require(database, JobName.POSITION_MANAGER, order.request().account());
        Optional<Position> held = positions.lock(order.request().account(), exit.positionId());
        if (isCommitted(order)) {
            return;
        }
        int free =
                held.filter(position -> position.instrument().equals(order.request().instrument()))
                                .map(Position::quantity)
                                .orElse(0)
                        - orders.stillToSell(order.request().account(), exit.positionId());
        if (order.request().quantity() > free) {
            throw new IllegalStateException(
                    "%s sells %d of position %d, free are %d"
                            .formatted(
                                    order.id(),
                                    order.request().quantity(),
                                    exit.positionId(),
                                    free));
        }
        insert(order, quote);
    }

    private void insert(Order order, Optional<Quote> quote) {
        if (!orders.insert(order, quote)) {
            throw new IllegalStateException(order.id() + " is taken by another account");
        }
        events.add(order, Optional.empty(), order.createdAt());
    }

    /// True when the very same request is committed already.
    private boolean isCommitted(Order order) {
        Optional<Order> known = orders.find(order.request().account(), order.id());
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
        if (!events.add(update)) {
            return new OrderChange(order, order, Optional.empty());
        }
        OrderChange change = OrderMachine.apply(order, update);
        if (change.isNothing()) {
            return change;
        }
        Order after = change.after();
        orders.update(after);
        if (order.state() == OrderState.LOST) {
            appeared(order, update);
        }
        change.fill().ifPresent(fill -> book(after, fill));
        if (after.purpose() instanceof OrderPurpose.Entry(long dispatchId)) {
            dispatches.followed(after, dispatchId, update.at());
        }
        if (after.remaining() < 0) {
            overfilled(after, update.at());
        }
        return change;
    }

    /// Its limits were free, and others may have used them: a person is told, however it was heard.
    private void appeared(Order order, OrderUpdate update) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "lost-order-appeared " + update.clientOrderId(),
                Optional.of(order.request().account()),
                "%s was given up and is at the broker after all: %s, filled %d"
                        .formatted(
                                update.clientOrderId(), update.status(), update.filledQuantity()),
                update.at());
    }

    /// The broker is the truth for fills: more than was ordered is booked, and a person is told.
    private void overfilled(Order order, Instant at) {
        alerts.raise(
                Alerts.Severity.CRITICAL,
                "overfill " + order.id(),
                Optional.of(order.request().account()),
                "%s asked for %d and was filled %d"
                        .formatted(order.id(), order.request().quantity(), order.filledQuantity()),
                at);
    }

    private void book(Order order, Fill fill) {
        int beyond = positions.book(order, fill);
        if (beyond > 0) {
            alerts.raise(
                    Alerts.Severity.CRITICAL,
                    "sold-beyond %s %d".formatted(order.id(), order.filledQuantity()),
                    Optional.of(order.request().account()),
                    "%s sold %d of %s that were not held: look at the broker whether they are short"
                            .formatted(order.id(), beyond, order.request().instrument().symbol()),
                    fill.at());
        }
    }

    /// Something we did, or learnt from the answer to our own request.
    private OrderChange ours(ClientOrderId id, Function<Order, OrderChange> step, Instant at) {
        return database.inTransaction(() -> {
            Order order =
                    orders.lock(id).orElseThrow(() -> new IllegalStateException("no order " + id));
            OrderChange change = step.apply(order);
            if (!change.isNothing()) {
                orders.update(change.after());
                events.add(change.after(), change.after().reason(), at);
            }
            return change;
        });
    }
}
