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

    /// Books a new fill of an order: it opens, increases, reduces or ends a position.
    ///
    /// @param order the order as it is with the fill
    /// @throws IllegalStateException when more is sold than held; nothing of it is stored
    public void book(Order order, Fill fill) {
        switch (order.purpose()) {
            case OrderPurpose.Entry(long dispatchId) -> bought(order, fill, dispatchId);
            case OrderPurpose.Exit(long positionId, ExitReason rule) ->
                    sold(order, fill, positionId, rule);
        }
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

    private void sold(Order order, Fill fill, long positionId, ExitReason rule) {
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
        StoredPosition left = held.with(PositionMachine.reduced(held.position(), fill));
        rows.reduce(positionId, left.position(), rule.name());
        fills.add(request, fill, order.filledQuantity(), positionId);
        events.add(
                request.account(),
                positionId,
                PositionEventKind.REDUCED,
                "sold %d at %s under %s, %d left"
                        .formatted(fill.quantity(), fill.price(), rule, left.position().quantity()),
                fill.at());
        if (left.position().state().isEnded()) {
            outcomes.store(left, Optional.empty(), rule.name());
        }
    }
}
