package io.opspipeline.domain.dispatch;

import io.opspipeline.domain.order.Order;
import io.opspipeline.domain.order.OrderState;
import java.util.List;

/// How the orders of an entry end it (trading rules, section 8). Whoever stores dispatches asks
/// here.
public final class EntryEnd {

    private EntryEnd() {}

    /// The end of an entry after which no further order follows.
    ///
    /// @param wanted contracts or shares of the plan
    /// @param orders all of the entry, oldest first
    public static DispatchStatus of(int wanted, List<Order> orders) {
        int filled = orders.stream().mapToInt(Order::filledQuantity).sum();
        if (filled >= wanted) {
            return DispatchStatus.FILLED;
        }
        if (filled > 0) {
            return DispatchStatus.PARTIAL;
        }
        return !orders.isEmpty() && isRefusal(orders.getLast().state())
                ? DispatchStatus.REJECTED
                : DispatchStatus.UNFILLED;
    }

    /// True when the entry ends with an order, also when whoever worked it is gone: the session is
    /// over, and no order follows one that it has ended.
    ///
    /// @param order of the entry, with what was heard of it last
    /// @param orders all of the entry
    public static boolean isBySession(Order order, List<Order> orders) {
        return order.state() == OrderState.EXPIRED
                && orders.stream().noneMatch(any -> any.state().isWorking());
    }

    private static boolean isRefusal(OrderState state) {
        return state == OrderState.REJECTED || state == OrderState.LOST;
    }
}
