package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.EventKind;
import io.opspipeline.exchange.venue.OrderEvent;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.VenueEvent;
import java.util.EnumSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which orders and events a fault means.
final class Which {

    private Which() {}

    /// The n-th order of an entry.
    static <T extends PlacedOrder> Predicate<T> entry(int attempt) {
        return order -> isOurs(order, Side.BUY, attempt);
    }

    /// The n-th order of a close.
    static <T extends PlacedOrder> Predicate<T> exit(int attempt) {
        return order -> isOurs(order, Side.SELL, attempt);
    }

    /// The first orders of a close.
    ///
    /// @param last the last of them
    static <T extends PlacedOrder> Predicate<T> exits(int last) {
        return order -> IntStream.rangeClosed(1, last).anyMatch(n -> isOurs(order, Side.SELL, n));
    }

    /// The orders of a close under a rule.
    static <T extends PlacedOrder> Predicate<T> under(String rule) {
        return order -> order.clientOrderId().contains(":" + rule + ":");
    }

    /// The n-th order of a close under a rule.
    static <T extends PlacedOrder> Predicate<T> under(String rule, int attempt) {
        return order -> order.clientOrderId().endsWith(":" + rule + ":" + attempt);
    }

    /// Orders of which something is filled.
    static <T extends PlacedOrder> Predicate<T> begun(Predicate<T> among) {
        return order ->
                among.test(order) && order instanceof OrderView view && view.filledQuantity() > 0;
    }

    /// Orders whose cancel was not asked for.
    static <T extends PlacedOrder> Predicate<T> untilCancelled(Predicate<T> among) {
        return order -> among.test(order) && order.cancelRequestedAt().isEmpty();
    }

    /// Events of some kinds.
    static Predicate<VenueEvent> told(EventKind first, EventKind... others) {
        EnumSet<EventKind> kinds = EnumSet.of(first, others);
        return event -> event instanceof OrderEvent && kinds.contains(event.kind());
    }

    private static boolean isOurs(PlacedOrder order, Side side, int attempt) {
        return order instanceof OrderView view
                && view.side() == side
                && order.clientOrderId().startsWith(order.account() + ":")
                && order.clientOrderId().endsWith(":" + attempt);
    }
}
