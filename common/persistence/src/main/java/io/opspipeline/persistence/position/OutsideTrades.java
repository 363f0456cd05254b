package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.activity.BrokerActivity;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.order.Side;
import io.opspipeline.domain.position.PositionMachine;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Table `outside_fills`: what was traded in a position of ours at the broker, past us. It counts
/// for the position and its outcome as our own fills do.
final class OutsideTrades {

    /// The reason of an end that was traded by hand.
    private static final String REASON = "BY_HAND";

    private final Database database;
    private final FeeTable fees;
    private final PositionRows rows;
    private final Outcomes outcomes;
    private final PositionEvents events;

    OutsideTrades(Database database, FeeTable fees, PositionRows rows, Outcomes outcomes) {
        this.database = database;
        this.fees = fees;
        this.rows = rows;
        this.outcomes = outcomes;
        events = new PositionEvents(database);
    }

    List<BrokerActivity.Filled> unbooked(AccountId account, List<BrokerActivity.Filled> trades) {
        Set<String> ours =
                known(
                        account,
                        "select broker_order_id from orders where account_id = :account and broker_order_id = any(:ids)",
                        trades.stream().map(trade -> trade.order().value()).toList());
        Set<String> booked =
                known(
                        account,
                        "select fill_id from outside_fills where account_id = :account and fill_id = any(:ids)",
                        trades.stream().map(OutsideTrades::name).toList());
        return trades.stream()
                .filter(trade -> !ours.contains(trade.order().value()))
                .filter(trade -> !booked.contains(name(trade)))
                .toList();
    }

    void book(
            AccountId account,
            long positionId,
            List<BrokerActivity.Filled> trades,
            Instant seenAt) {
        database.inTransaction(() ->
                trades.forEach(trade -> {
                    StoredPosition held = rows.require(account, positionId);
                    Fill fill = fill(trade, trade.line().at().orElse(seenAt));
                    if (!held.position().state().isEnded()
                            && insert(account, positionId, trade, fill)) {
                        move(held, trade.side(), fill);
                    }
                }));
    }

    private void move(StoredPosition held, Side side, Fill fill) {
        StoredPosition moved =
                held.with(
                        side == Side.BUY
                                ? PositionMachine.increased(held.position(), fill)
                                : PositionMachine.reduced(held.position(), fill));
        switch (side) {
            case BUY -> rows.increase(held.id(), moved.position());
            case SELL -> rows.reduce(held.id(), moved.position(), REASON);
        }
        events.add(
                held.position().account(),
                held.id(),
                PositionEventKind.TRADED_OUTSIDE,
                "%s %d at %s at the broker, %d left"
                        .formatted(
                                side, fill.quantity(), fill.price(), moved.position().quantity()),
                fill.at());
        if (moved.position().state().isEnded()) {
            outcomes.store(moved, Optional.empty(), REASON);
        }
    }

    private static Fill fill(BrokerActivity.Filled trade, Instant at) {
        return new Fill(
                new ClientOrderId(trade.order().value()),
                name(trade),
                trade.quantity(),
                trade.price(),
                at);
    }

    /// The broker's name of the line, or one made of what it fills.
    private static String name(BrokerActivity.Filled trade) {
        return trade.line().id().orElseGet(() -> trade.order() + " " + trade.cumulative());
    }

    private boolean insert(
            AccountId account, long positionId, BrokerActivity.Filled trade, Fill fill) {
        return database.jdbc()
                        .sql(
                                """
                                insert into outside_fills (account_id, fill_id, position_id,
                                    broker_order_id, side, quantity, price, fees, filled_at)
                                values (:account, :fill, :position,
                                    :order, :side, :quantity, :price, :fees, :at)
                                on conflict (account_id, fill_id) do nothing
                                """)
                        .param("account", account.value())
                        .param("fill", fill.fillId())
                        .param("position", positionId)
                        .param("order", trade.order().value())
                        .param("side", trade.side().name())
                        .param("quantity", fill.quantity())
                        .param("price", fill.price().perShare())
                        .param(
                                "fees",
                                fees.of(
                                                trade.instrument(),
                                                trade.side(),
                                                fill.quantity(),
                                                fill.price(),
                                                NewYork.dateOf(fill.at()))
                                        .amount())
                        .param("at", Bound.at(fill.at()))
                        .update()
                == 1;
    }

    private Set<String> known(AccountId account, String sql, List<String> ids) {
        return new HashSet<>(
                database.jdbc()
                        .sql(sql)
                        .param("account", account.value())
                        .param("ids", ids.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
