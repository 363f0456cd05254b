package io.opspipeline.persistence.order;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.ExitReason;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Table `orders`.
final class OrderRows {

    private final Database database;

    OrderRows(Database database) {
        this.database = database;
    }

    /// Adds an order; false when its id is taken.
    boolean insert(Order order, Optional<Quote> quote) {
        OrderRequest request = order.request();
        return database.jdbc()
                        .sql(
                                """
                                insert into orders (client_order_id, account_id, dispatch_id, position_id,
                                    exit_rule, symbol, side, quantity, order_type, limit_price, attempt,
                                    state, filled_quantity, filled_value, quote_bid, quote_ask, created_at)
                                values (:id, :account, :dispatch, :position,
                                    :rule, :symbol, :side, :quantity, :type, :limit, :attempt,
                                    :state, 0, 0, :bid, :ask, :at)
                                on conflict (client_order_id) do nothing
                                """)
                        .param("id", order.id().value())
                        .param("account", request.account().value())
                        .param("dispatch", dispatchOf(order.purpose()))
                        .param("position", positionOf(order.purpose()))
                        .param("rule", ruleOf(order.purpose()))
                        .param("symbol", request.instrument().symbol())
                        .param("side", request.side().name())
                        .param("quantity", request.quantity())
                        .param("type", request.type().name())
                        .param("limit", Bound.decimal(request.limit().map(Price::perShare)))
                        .param("attempt", order.attempt())
                        .param("state", order.state().name())
                        .param("bid", Bound.decimal(quote.map(seen -> seen.bid().perShare())))
                        .param("ask", Bound.decimal(quote.map(seen -> seen.ask().perShare())))
                        .param("at", Bound.at(order.createdAt()))
                        .update()
                == 1;
    }

    void update(Order order) {
        database.jdbc()
                .sql(
                        """
                        update orders set
                            state = :state,
                            reason = :reason,
                            denial = :denial,
                            broker_order_id = :brokerId,
                            filled_quantity = :filled,
                            filled_value = :value,
                            ended_at = :endedAt
                        where account_id = :account and client_order_id = :id
                        """)
                .param("state", order.state().name())
                .param("reason", Bound.text(order.reason()))
                .param("denial", Bound.text(order.denial().map(denial -> denial.code().name())))
                .param("brokerId", Bound.text(order.brokerOrderId()))
                .param("filled", order.filledQuantity())
                .param("value", order.filledValue())
                .param("endedAt", Bound.at(order.endedAt()))
                .param("account", order.request().account().value())
                .param("id", order.id().value())
                .update();
    }

    Optional<Order> find(AccountId account, ClientOrderId id) {
        return database.jdbc()
                .sql("select * from orders where account_id = :account and client_order_id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .optional();
    }

    Optional<Order> lock(AccountId account, ClientOrderId id) {
        return database.jdbc()
                .sql(
                        """
                        select * from orders
                        where account_id = :account and client_order_id = :id
                        for update
                        """)
                .param("account", account.value())
                .param("id", id.value())
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .optional();
    }

    /// An order by its id alone, for news that comes from our own request: the id is ours.
    Optional<Order> lock(ClientOrderId id) {
        return database.jdbc()
                .sql("select * from orders where client_order_id = :id for update")
                .param("id", id.value())
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .optional();
    }

    /// Every order of a dispatch, locked, oldest attempt first.
    List<Order> lockOf(long dispatchId) {
        return database.jdbc()
                .sql(
                        """
                        select * from orders where dispatch_id = :dispatch
                        order by attempt, client_order_id for update
                        """)
                .param("dispatch", dispatchId)
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .list();
    }

    /// Every order of a dispatch as it is.
    List<Order> of(AccountId account, long dispatchId) {
        return database.jdbc()
                .sql(
                        """
                        select * from orders where account_id = :account and dispatch_id = :dispatch
                        order by attempt, client_order_id
                        """)
                .param("account", account.value())
                .param("dispatch", dispatchId)
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .list();
    }

    /// What the working sells of a position may still take from it.
    int stillToSell(AccountId account, long positionId) {
        return database.jdbc()
                .sql(
                        """
                        select coalesce(sum(quantity - filled_quantity), 0)::int as units from orders
                        where account_id = :account and position_id = :position and ended_at is null
                        """)
                .param("account", account.value())
                .param("position", positionId)
                .query((rs, _) -> rs.getInt("units"))
                .single();
    }

    List<Order> working(AccountId account) {
        return database.jdbc()
                .sql(
                        """
                        select * from orders where account_id = :account and ended_at is null
                        order by created_at, client_order_id
                        """)
                .param("account", account.value())
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .list();
    }

    List<Order> atWorkSince(AccountId account, Instant from) {
        return database.jdbc()
                .sql(
                        """
                        select * from orders
                        where account_id = :account and (ended_at is null or ended_at >= :from)
                        order by created_at, client_order_id
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .list();
    }

    List<Order> lostSince(AccountId account, Instant from) {
        return database.jdbc()
                .sql(
                        """
                        select * from orders
                        where account_id = :account and state = 'LOST' and created_at >= :from
                        order by created_at, client_order_id
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .query((rs, _) -> OrderRow.read(new Row(rs)))
                .list();
    }

    private static @Nullable Long dispatchOf(OrderPurpose purpose) {
        return switch (purpose) {
            case OrderPurpose.Entry(long dispatchId) -> dispatchId;
            case OrderPurpose.Exit _ -> null;
        };
    }

    private static @Nullable Long positionOf(OrderPurpose purpose) {
        return switch (purpose) {
            case OrderPurpose.Entry _ -> null;
            case OrderPurpose.Exit(long positionId, _) -> positionId;
        };
    }

    private static @Nullable String ruleOf(OrderPurpose purpose) {
        return switch (purpose) {
            case OrderPurpose.Entry _ -> null;
            case OrderPurpose.Exit(_, ExitReason rule) -> rule.name();
        };
    }
}
