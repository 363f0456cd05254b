package io.opspipeline.local.flatten;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.local.flatten.Flattened.Closed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds up what was sold.
final class Sales {

    private Sales() {}

    /// What became of a position.
    ///
    /// @param orders of the account; empty when they could not be read
    /// @param sent symbols by the orders that were sent here
    static Closed closed(
            BrokerPosition position,
            Optional<List<OrderUpdate>> orders,
            Map<ClientOrderId, String> sent) {
        String symbol = position.instrument().symbol();
        Optional<List<OrderUpdate>> own =
                orders.map(all ->
                        all.stream()
                                .filter(order -> symbol.equals(sent.get(order.clientOrderId())))
                                .toList());
        return new Closed(
                symbol,
                position.quantity(),
                own.map(Sales::sold),
                own.filter(all -> sold(all) > 0).map(Sales::average));
    }

    private static int sold(List<OrderUpdate> orders) {
        return orders.stream().mapToInt(OrderUpdate::filledQuantity).sum();
    }

    private static BigDecimal average(List<OrderUpdate> orders) {
        return orders.stream()
                .map(Sales::proceeds)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(sold(orders)), MathContext.DECIMAL64);
    }

    private static BigDecimal proceeds(OrderUpdate order) {
        return order.averagePrice()
                .map(Price::perShare)
                .orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(order.filledQuantity()));
    }
}
