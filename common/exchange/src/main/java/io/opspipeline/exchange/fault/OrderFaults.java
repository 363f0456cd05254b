package io.opspipeline.exchange.fault;

import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import java.util.Optional;
import java.util.function.Predicate;

/// Faults of orders at the venue.
public final class OrderFaults {

    private OrderFaults() {}

    /// No more than so many contracts fill at one moment.
    public static FaultSwitch atMost(int contracts, Predicate<OrderView> which) {
        return _ ->
                new Faults() {
                    @Override
                    public int mostContracts(OrderView order) {
                        return which.test(order) ? contracts : Integer.MAX_VALUE;
                    }
                };
    }

    /// The fill that completes an order brings more than was ordered.
    public static FaultSwitch overfill(int contracts, Predicate<OrderView> which) {
        return _ ->
                new Faults() {
                    @Override
                    public int beyond(OrderView order) {
                        return which.test(order) ? contracts : 0;
                    }
                };
    }

    /// Orders are rejected just after they were taken.
    public static FaultSwitch reject(String reason, Predicate<OrderView> which) {
        return _ ->
                new Faults() {
                    @Override
                    public Optional<String> onAccepted(OrderView order) {
                        return which.test(order) ? Optional.of(reason) : Optional.empty();
                    }
                };
    }

    /// Cancels stay pending, for ever.
    public static FaultSwitch holdCancels(Predicate<PlacedOrder> which) {
        return _ ->
                new Faults() {
                    @Override
                    public boolean holdsCancel(PlacedOrder order) {
                        return which.test(order);
                    }
                };
    }
}
