package io.opspipeline.persistence.order;

import io.opspipeline.domain.order.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// What all orders of an entry have filled together.
///
/// @param quantity contracts or shares
/// @param value sum of quantity times price per share
record EntryFill(int quantity, BigDecimal value) {

    static EntryFill of(List<Order> orders) {
        return new EntryFill(
                orders.stream().mapToInt(Order::filledQuantity).sum(),
                orders.stream().map(Order::filledValue).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// Per share; empty while nothing is filled, or all of it for nothing.
    Optional<BigDecimal> averagePrice() {
        return quantity == 0 || value.signum() == 0
                ? Optional.empty()
                : Optional.of(value.divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64));
    }
}
