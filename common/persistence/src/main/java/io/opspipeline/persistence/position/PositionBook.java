package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionMachine;
import io.opspipeline.domain.position.PositionOrigin;
import io.opspipeline.persistence.sql.Database;
import java.util.Optional;
import java.util.OptionalLong;

/// Books fills into positions. Every method belongs in a transaction of its caller, which holds the
/// order.
public final class PositionBook {

    private final Database database;
    private final PositionRows rows;
    private final Fills fills;
    private final PositionEvents events;
    private final Outcomes outcomes;

    /// @param levels what is stored with a position when it is opened
    /// @param buildId the build that opens positions, stored with each
    public PositionBook(Database database, FeeTable fees, ExitLevels levels, String buildId) {
        this.database = database;
        rows = new PositionRows(database, levels, buildId);
        fills = new Fills(database, fees);
        events = new PositionEvents(database);
        outcomes = new Outcomes(database, fees, levels);
    }

    /// What an account holds of a position, which stays locked until the transaction ends; empty
    /// when the account has no such position.
    public Optional<Position> lock(AccountId account, long positionId) {
        return rows.lock(account, positionId).map(StoredPosition::position);
    }

    /// Books a new fill of an order: it opens, increases, reduces or ends a position. What was sold
    /// beyond what is held is kept as a fill of no position.
    ///
    /// @param order the order as it is with the fill
    /// @return how much was sold beyond what is held, 0 or more
    /// @throws IllegalStateException when the account never had the position that is sold; nothing
    ///   of it is stored
    public int book(Order order, Fill fill) {
        return switch (order.purpose()) {
            case OrderPurpose.Entry(long dispatchId) -> {
                bought(order, fill, dispatchId);
                yield 0;
            }
            case OrderPurpose.Exit(long positionId, ExitReason rule) ->
                    sold(order, fill, positionId, rule);
        };
    }

    private void bought(Order order, Fill fill, long dispatchId) {
        OrderRequest request = order.request();
        Optional<StoredPosition> held = rows.lockHeld(request.account(), request.instrument());
        long id = held.isPresent() ? increase(held.get(), fill) : open(order, fill, dispatchId);
        fills.add(request, fill, order.filledQuantity(), id);
        events.add(
                request.account(),
                id,
                held.isPresent() ? PositionEventKind.INCREASED : PositionEventKind.OPENED,
                "bought %d at %s".formatted(fill.quantity(), fill.price()),
                fill.at());
    }

    private long increase(StoredPosition held, Fill fill) {
        rows.increase(held.id(), PositionMachine.increased(held.position(), fill));
        return held.id();
    }

    private long open(Order order, Fill fill, long dispatchId) {
        OrderRequest request = order.request();
        EntryContext entry = EntryContext.of(database, request.account(), order.id(), fill.at());
        Position opened =
                PositionMachine.opened(
                        request.account(),
                        request.instrument(),
                        entry.strategy(),
                        PositionOrigin.DISPATCH,
                        fill);
        return rows.open(opened, OptionalLong.of(dispatchId), entry);
    }

    /// The broker is the truth for fills, and a position ends at zero: the rest was not ours.
    private int sold(Order order, Fill fill, long positionId, ExitReason rule) {
        OrderRequest request = order.request();
        StoredPosition held =
                rows.lock(request.account(), positionId)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "%s sells position %d, which %s does not have"
                                                .formatted(
                                                        order.id(),
                                                        positionId,
                                                        request.account())));
        int ours = Math.min(fill.quantity(), held.position().quantity());
        if (ours > 0) {
            reduce(order, fill.of(ours), held, rule);
        }
        int beyond = fill.quantity() - ours;
        if (beyond > 0) {
            fills.addBeyond(request, fill.of(beyond), order.filledQuantity());
        }
        return beyond;
    }

    private void reduce(Order order, Fill fill, StoredPosition held, ExitReason rule) {
        StoredPosition left = held.with(PositionMachine.reduced(held.position(), fill));
        rows.reduce(held.id(), left.position(), rule.name());
        fills.add(order.request(), fill, order.filledQuantity(), held.id());
        events.add(
                order.request().account(),
                held.id(),
                PositionEventKind.REDUCED,
                "sold %d at %s under %s, %d left"
                        .formatted(fill.quantity(), fill.price(), rule, left.position().quantity()),
                fill.at());
        if (left.position().state().isEnded()) {
            outcomes.store(left, Optional.empty(), rule.name());
        }
    }
}
