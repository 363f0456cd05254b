package io.opspipeline.persistence.order;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.dispatch.EntryEnd;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderState;
import io.opspipeline.persistence.alert.PostgresAlerts;
import io.opspipeline.persistence.dispatch.DispatchRows;
import io.opspipeline.persistence.dispatch.EntryDispatch;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.ports.alert.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Moves a dispatch as its orders move (trading rules, section 8).
final class DispatchSteps {

    private final OrderRows orders;
    private final DispatchRows dispatches;
    private final Alerts alerts;

    DispatchSteps(Database database, OrderRows orders) {
        this.orders = orders;
        dispatches = new DispatchRows(database);
        alerts = new PostgresAlerts(database);
    }

    /// The dispatch of an entry that is about to be committed, locked.
    ///
    /// @throws IllegalStateException when the account has no such dispatch
    EntryDispatch lock(OrderRequest entry, long dispatchId) {
        return dispatches
                .lock(entry.account(), dispatchId)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "%s is for dispatch %d, which %s does not have"
                                        .formatted(
                                                entry.clientOrderId(),
                                                dispatchId,
                                                entry.account())));
    }

    /// Refuses an entry that is not what the dispatch planned: another instrument, more than is
    /// left of the plan, or beside an order that still works.
    void requireRoom(EntryDispatch dispatch, OrderRequest entry) {
        List<Order> before = orders.of(entry.account(), dispatch.id());
        Optional<Order> working =
                before.stream().filter(order -> order.state().isWorking()).findAny();
        if (working.isPresent()) {
            throw refusal(entry, dispatch, "while " + working.get().id() + " works");
        }
        if (!dispatch.symbol().equals(Optional.of(entry.instrument().symbol()))) {
            throw refusal(entry, dispatch, "which planned " + dispatch.symbol().orElse("nothing"));
        }
        int room = dispatch.contracts() - EntryFill.of(before).quantity();
        if (entry.quantity() > room) {
            throw refusal(entry, dispatch, "with room for " + room);
        }
    }

    /// An entry order is committed.
    void committed(EntryDispatch dispatch, Order order) {
        switch (dispatch.status()) {
            case INTENT, SUBMITTED ->
                    dispatches.note(
                            dispatch,
                            dispatch.status(),
                            "attempt " + order.attempt(),
                            order.createdAt());
            default -> {
                dispatches.move(
                        dispatch, DispatchStatus.INTENT, "order committed", order.createdAt());
                dispatches.submitted(dispatch, order.createdAt());
            }
        }
    }

    /// Nobody knows whether the broker has the order.
    void doubted(Order order, long dispatchId, Denial denial, Instant at) {
        dispatches.move(
                lock(order.request(), dispatchId), DispatchStatus.IN_DOUBT, denial.words(), at);
    }

    /// The broker told something of an entry order.
    void followed(Order order, long dispatchId, Instant at) {
        EntryDispatch dispatch = lock(order.request(), dispatchId);
        List<Order> all = orders.of(dispatch.account(), dispatchId);
        EntryFill fill = EntryFill.of(all);
        if (dispatch.status().isTerminal()) {
            filledLate(order, dispatch, fill, at);
            return;
        }
        EntryDispatch known = accepted(order, dispatch, all, at);
        dispatches.filled(known, fill.quantity(), fill.averagePrice());
        if (fill.quantity() >= known.contracts()) {
            dispatches.move(known, DispatchStatus.FILLED, "FILLED", at);
        } else if (EntryEnd.isBySession(order, all)) {
            DispatchStatus end = EntryEnd.of(known.contracts(), all);
            dispatches.deny(known, end, order.denial().orElseThrow(), at);
        }
    }

    /// No further order follows.
    ///
    /// @throws IllegalStateException while an order of the dispatch may still be filled
    void ended(long dispatchId, Denial denial, Instant at) {
        List<Order> all = orders.lockOf(dispatchId);
        EntryDispatch dispatch =
                dispatches
                        .lock(dispatchId)
                        .orElseThrow(() -> new IllegalStateException("no dispatch " + dispatchId));
        if (dispatch.status().isTerminal()) {
            return;
        }
        for (Order order : all) {
            if (order.state().isWorking()) {
                throw new IllegalStateException(
                        "dispatch %d cannot end while %s is %s"
                                .formatted(dispatchId, order.id(), order.state()));
            }
        }
        DispatchStatus end = EntryEnd.of(dispatch.contracts(), all);
        if (end == DispatchStatus.FILLED) {
            dispatches.move(dispatch, end, "FILLED", at);
        } else {
            dispatches.deny(dispatch, end, denial, at);
        }
    }

    private EntryDispatch accepted(
            Order order, EntryDispatch dispatch, List<Order> all, Instant at) {
        boolean inDoubt = all.stream().anyMatch(any -> any.state() == OrderState.IN_DOUBT);
        return switch (dispatch.status()) {
            case INTENT ->
                    dispatches.move(
                            dispatch, DispatchStatus.SUBMITTED, "broker has " + order.id(), at);
            case IN_DOUBT ->
                    inDoubt
                            ? dispatch
                            : dispatches.move(
                                    dispatch, DispatchStatus.SUBMITTED, "found " + order.id(), at);
            default -> dispatch;
        };
    }

    /// A fill after the end is booked like any other. The status stays as it is, what is filled is
    /// corrected, and a person is told; limits count what is filled and what is held, so the entry
    /// counts again.
    private void filledLate(Order order, EntryDispatch dispatch, EntryFill fill, Instant at) {
        if (fill.quantity() == dispatch.filled()) {
            return;
        }
        String remark =
                "LATE_FILL: %d of %d filled after it ended %s"
                        .formatted(fill.quantity(), dispatch.contracts(), dispatch.status());
        dispatches.filled(dispatch, fill.quantity(), fill.averagePrice());
        dispatches.note(dispatch, dispatch.status(), remark, at);
        alerts.raise(
                Alerts.Severity.WARNING,
                "late-fill " + order.id() + " " + fill.quantity(),
                Optional.of(dispatch.account()),
                order.id() + " " + remark,
                at);
    }

    private static IllegalStateException refusal(
            OrderRequest entry, EntryDispatch dispatch, String why) {
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
