package io.opspipeline.persistence.position;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.order.Fill;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.util.OptionalLong;

/// Table `fills`: each with its fees of the New York day it happened on.
final class Fills {

    private final Database database;
    private final FeeTable fees;

    Fills(Database database, FeeTable fees) {
        this.database = database;
        this.fees = fees;
    }

    /// Adds a fill. A broker that gives two executions one id cannot hide the second one: it gets a
    /// name made from the quantity filled after it.
    void add(OrderRequest order, Fill fill, int filledAfter, long positionId) {
        add(order, fill, "cumulative-" + filledAfter, OptionalLong.of(positionId));
    }

    /// Adds what was sold beyond what was held: a fill of no position.
    void addBeyond(OrderRequest order, Fill fill, int filledAfter) {
        add(order, fill, "beyond-" + filledAfter, OptionalLong.empty());
    }

    private void add(OrderRequest order, Fill fill, String otherName, OptionalLong positionId) {
        if (insert(order, fill, fill.fillId(), positionId) == 0
                && insert(order, fill, otherName, positionId) == 0) {
            throw new IllegalStateException(
                    "fill %s of %s is booked already"
                            .formatted(fill.fillId(), fill.clientOrderId()));
        }
    }

    /// The fees of everything that a position bought and sold, by hand too.
    Money feesOf(long positionId) {
        return database.jdbc()
                .sql(
                        "select coalesce(sum(fees), 0) as fees from executions where position_id = :position")
                .param("position", positionId)
                .query((rs, _) -> new Row(rs).money("fees"))
                .single();
    }

    private int insert(OrderRequest order, Fill fill, String fillId, OptionalLong positionId) {
        Money fee =
                fees.of(
                        order.instrument(),
                        order.side(),
                        fill.quantity(),
                        fill.price(),
                        NewYork.dateOf(fill.at()));
        return database.jdbc()
                .sql(
                        """
                        insert into fills (client_order_id, fill_id, account_id, position_id, side,
                            quantity, price, fees, filled_at)
                        values (:order, :fill, :account, :position, :side,
                            :quantity, :price, :fees, :at)
                        on conflict (client_order_id, fill_id) do nothing
                        """)
                .param("order", fill.clientOrderId().value())
                .param("fill", fillId)
                .param("account", order.account().value())
                .param("position", Bound.orNull(positionId))
                .param("side", order.side().name())
                .param("quantity", fill.quantity())
                .param("price", fill.price().perShare())
                .param("fees", fee.amount())
                .param("at", Bound.at(fill.at()))
                .update();
    }
}
