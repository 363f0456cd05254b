package io.opspipeline.reliability.memory;

import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.dispatch.EntryEnd;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.ports.alert.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Moves a dispatch as its orders move (trading rules, section 8). Every method belongs in a
/// transaction of its caller.
final class EntrySteps {

    private final MemoryTables tables;
    private final Alerts alerts;

    EntrySteps(MemoryTables tables, Alerts alerts) {
        this.tables = tables;
        this.alerts = alerts;
    }

    /// Refuses an entry that is not what the dispatch planned: another instrument, more than is
    /// left of the plan, or beside an order that still works.
    void requireRoom(DispatchRow dispatch, OrderRequest entry) {
        List<Order> before = tables.of(entry.account()).of(dispatch.id());
        Optional<Order> working =
                before.stream().filter(order -> order.state().isWorking()).findAny();
        if (working.isPresent()) {
            throw refusal(entry, dispatch, "while " + working.get().id() + " works");
        }
        if (!dispatch.plan().map(EntryPlan::instrument).equals(Optional.of(entry.instrument()))) {
            throw refusal(entry, dispatch, "which planned another instrument, or nothing");
        }
        int room = dispatch.contracts() - filled(before);
        if (entry.quantity() > room) {
            throw refusal(entry, dispatch, "with room for " + room);
        }
    }

    /// An entry order is committed.
    void committed(DispatchRow dispatch, Order order) {
        boolean isFirst =
                dispatch.status() != DispatchStatus.INTENT
                        && dispatch.status() != DispatchStatus.SUBMITTED;
        if (isFirst) {
            put(dispatch.in(DispatchStatus.INTENT).submitted(order.createdAt()));
        }
    }

    /// Nobody knows whether the broker has the order.
    void doubted(Order order) {
        put(of(order).in(DispatchStatus.IN_DOUBT));
    }

    /// The broker told something of an entry order.
    void followed(Order order, Instant at) {
        DispatchRow dispatch = of(order);
        List<Order> all = tables.of(dispatch.account()).of(dispatch.id());
        int filled = filled(all);
        if (dispatch.status().isTerminal()) {
            filledLate(order, dispatch, filled, at);
            return;
        }
        DispatchRow known = accepted(dispatch, all).filled(filled);
        boolean isOver = filled >= known.contracts() || EntryEnd.isBySession(order, all);
        put(isOver ? known.in(EntryEnd.of(known.contracts(), all)) : known);
    }

    /// No further order follows.
    ///
    /// @throws IllegalStateException while an order of the dispatch may still be filled
    void ended(long dispatchId) {
        DispatchRow dispatch = tables.dispatch(tables.ownerOf(dispatchId), dispatchId);
        if (dispatch.status().isTerminal()) {
            return;
        }
        List<Order> all = tables.of(dispatch.account()).of(dispatchId);
        for (Order order : all) {
            if (order.state().isWorking()) {
                throw new IllegalStateException(
                        "dispatch %d cannot end while %s is %s"
                                .formatted(dispatchId, order.id(), order.state()));
            }
        }
        put(dispatch.in(EntryEnd.of(dispatch.contracts(), all)));
    }

    private static DispatchRow accepted(DispatchRow dispatch, List<Order> all) {
        boolean inDoubt = all.stream().anyMatch(order -> order.state() == OrderState.IN_DOUBT);
        return switch (dispatch.status()) {
            case INTENT -> dispatch.in(DispatchStatus.SUBMITTED);
            case IN_DOUBT -> inDoubt ? dispatch : dispatch.in(DispatchStatus.SUBMITTED);
            default -> dispatch;
        };
    }

    /// A fill after the end is booked like any other; the status stays as it is.
    private void filledLate(Order order, DispatchRow dispatch, int filled, Instant at) {
        if (filled != dispatch.filled()) {
            put(dispatch.filled(filled));
            alerts.raise(
                    Alerts.Severity.WARNING,
                    "late-fill " + order.id() + " " + filled,
                    Optional.of(dispatch.account()),
                    order.id() + " was filled after its entry ended",
                    at);
        }
    }

    private static int filled(List<Order> orders) {
        return orders.stream().mapToInt(Order::filledQuantity).sum();
    }

    private DispatchRow of(Order order) {
        return tables.dispatch(order.request().account(), AccountRows.dispatchOf(order));
    }

    private void put(DispatchRow row) {
        tables.of(row.account()).dispatches().put(row.id(), row);
    }

    private static IllegalStateException refusal(
            OrderRequest entry, DispatchRow dispatch, String why) {
        return new IllegalStateException(
                "%s buys %d %s for dispatch %d %s"
                        .formatted(
                                entry.clientOrderId(),
                                entry.quantity(),
                                entry.instrument().symbol(),
                                dispatch.id(),
                                why));
    }
}
