package io.opspipeline.exchange.fault;

import io.opspipeline.exchange.venue.Faults;
import io.opspipeline.exchange.venue.OrderView;
import io.opspipeline.exchange.venue.PlacedOrder;
import io.opspipeline.exchange.venue.SpreadView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Faults of orders at the venue.
public final class OrderFaults {

    private OrderFaults() {}

    /// No more than so many contracts fill at one moment.
    public static FaultSwitch atMost(int contracts, Predicate<OrderView> which) {
        return FaultSwitch.of(
                "no more than %d contracts fill at a time".formatted(contracts),
                () ->
                        new Faults() {
                            @Override
                            public int mostContracts(OrderView order) {
                                return which.test(order) ? contracts : Integer.MAX_VALUE;
                            }
                        });
    }

    /// No more than so many units of a spread fill at one moment, and no more after them.
    public static FaultSwitch atMostUnits(int units) {
        return FaultSwitch.of(
                "no more than %d units of a spread fill".formatted(units),
                () ->
                        new Faults() {
                            @Override
                            public int mostUnits(SpreadView spread) {
                                return Math.max(0, units - spread.filledUnits());
                            }
                        });
    }

    /// The fill that completes an order brings more than was ordered.
    public static FaultSwitch overfill(int contracts, Predicate<OrderView> which) {
        return FaultSwitch.of(
                "an order fills with %d more than it asked for".formatted(contracts),
                () ->
                        new Faults() {
                            @Override
                            public int beyond(OrderView order) {
                                return which.test(order) ? contracts : 0;
                            }
                        });
    }

    /// Orders are rejected just after they were taken.
    public static FaultSwitch reject(String reason, Predicate<OrderView> which) {
        return FaultSwitch.of(
                "an order is rejected after it was taken: " + reason,
                () ->
                        new Faults() {
                            @Override
                            public Optional<String> onAccepted(OrderView order) {
                                return which.test(order) ? Optional.of(reason) : Optional.empty();
                            }
                        });
    }

    /// Cancels stay pending for some steps.
    ///
    /// @param steps after the request, at least 1
    public static FaultSwitch holdCancels(int steps, Predicate<PlacedOrder> which) {
        return FaultSwitch.of(
                "a cancel stays pending for %d steps".formatted(steps),
                () ->
                        new Faults() {
                            private final Map<String, Integer> asked = new HashMap<>();

                            @Override
                            public boolean holdsCancel(PlacedOrder order) {
                                return which.test(order)
                                        && asked.merge(order.id(), 1, Integer::sum) <= steps;
                            }
                        });
    }

    /// Cancels stay pending, for ever.
    public static FaultSwitch holdCancels(Predicate<PlacedOrder> which) {
        return FaultSwitch.of(
                "a cancel stays pending for ever",
                () ->
                        new Faults() {
                            @Override
                            public boolean holdsCancel(PlacedOrder order) {
                                return which.test(order);
                            }
                        });
    }

    /// Cancels are taken and not carried out: the order works on, until it is asked again.
    ///
    /// @param times so many of an order, at least 1
    public static FaultSwitch rejectCancels(int times, Predicate<PlacedOrder> which) {
        return FaultSwitch.of(
                "%d cancels of an order are taken and not done".formatted(times),
                () ->
                        new Faults() {
                            private final Map<String, Integer> asked = new HashMap<>();

                            @Override
                            public boolean rejectsCancel(PlacedOrder order) {
                                return which.test(order)
                                        && asked.merge(order.id(), 1, Integer::sum) <= times;
                            }
                        });
    }
}
