package io.opspipeline.reliability.memory;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderPurpose;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What one account has.
///
/// @param dispatches by row id
/// @param bySignal row ids by signal id
/// @param orders by client order id, oldest first
/// @param positions held ones, by symbol
/// @param fees of each fill, by a running number
record AccountRows(
        Table<Long, DispatchRow> dispatches,
        Table<Long, Long> bySignal,
        Table<ClientOrderId, Order> orders,
        Table<String, PositionRow> positions,
        Table<Integer, Fee> fees) {

    static AccountRows in(Transactions transactions) {
        return new AccountRows(
                new Table<>(transactions),
                new Table<>(transactions),
                new Table<>(transactions),
                new Table<>(transactions),
                new Table<>(transactions));
    }

    /// What a fill cost.
    ///
    /// @param at when it was filled, UTC
    record Fee(Money amount, Instant at) {}

    Stream<Order> working() {
        return orders.all().filter(order -> order.state().isWorking());
    }

    /// Every order of a dispatch, by attempt.
    List<Order> of(long dispatchId) {
        return orders.all().filter(order -> dispatchOf(order) == dispatchId).toList();
    }

    static long dispatchOf(Order order) {
        return switch (order.purpose()) {
            case OrderPurpose.Entry(long dispatchId) -> dispatchId;
            case OrderPurpose.Exit _ ->
                    throw new IllegalStateException(order.id() + " is no entry");
        };
    }
}
