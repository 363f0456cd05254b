package io.opspipeline.local.flatten;

import io.opspipeline.domain.account.BrokerPosition;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.local.flatten.Flattened.Closed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// Adds up what was sold.
final class Sales {

    private Sales() {}

    /// What became of a position.
    ///
    /// @param orders that sold it
    static Closed closed(BrokerPosition position, List<OrderUpdate> orders) {
        int sold = orders.stream().mapToInt(OrderUpdate::filledQuantity).sum();
        BigDecimal proceeds =
                orders.stream()
                        .map(order ->
                                order.averagePrice()
                                        .map(Price::perShare)
                                        .orElse(BigDecimal.ZERO)
                                        .multiply(BigDecimal.valueOf(order.filledQuantity())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Closed(
                position.instrument().symbol(),
                position.quantity(),
                sold,
                sold == 0
                        ? Optional.empty()
                        : Optional.of(
                                proceeds.divide(BigDecimal.valueOf(sold), MathContext.DECIMAL64)));
    }
}
