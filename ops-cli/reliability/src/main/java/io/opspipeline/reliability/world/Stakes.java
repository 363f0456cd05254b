package io.opspipeline.reliability.world;

import io.opspipeline.exchange.venue.OrderView;
import java.util.Collection;

/// What the orders of one entry could buy together.
public final class Stakes {

    private Stakes() {}

    /// True when they could buy more than the largest of them alone: filled, and what may still
    /// fill.
    ///
    /// @param orders of one entry, as the exchange has them
    public static boolean isDoubled(Collection<OrderView> orders) {
        int wanted = orders.stream().mapToInt(OrderView::quantity).max().orElse(0);
        return orders.stream().mapToInt(Stakes::atStake).sum() > wanted;
    }

    /// The entry of an order: the names of its orders differ in their last part, the attempt.
    public static String entryOf(String clientOrderId) {
        int attempt = clientOrderId.lastIndexOf(':');
        return attempt < 0 ? clientOrderId : clientOrderId.substring(0, attempt);
    }

    /// A broker that fills more than was asked for doubles nothing.
    private static int atStake(OrderView order) {
        return order.status().isTerminal()
                ? Math.min(order.filledQuantity(), order.quantity())
                : order.quantity();
    }
}
