package io.opspipeline.alpaca.translation;

import static io.opspipeline.alpaca.wire.Translation.need;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Orders and order events as news of an order.
public final class OrderRow {

    private static final String FILL = "fill";
    private static final String PARTIAL_FILL = "partial_fill";

    private OrderRow() {}

    /// An order of an answer or of the books.
    public static Translation<OrderUpdate> translate(WireOrder order, Source source) {
        return Translation.of(() ->
                update(
                        order,
                        need(order.status(), "status"),
                        Optional.empty(),
                        need(order.updatedAt().or(order::submittedAt), "time"),
                        source,
                        order.rejectReason()));
    }

    /// An event of the stream. What the order holds is cumulative; the execution is this event's.
    public static Translation<OrderUpdate> translate(WireTradeUpdate event) {
        return Translation.of(() -> update(event, need(event.order(), "order")));
    }

    private static OrderUpdate update(WireTradeUpdate event, WireOrder order) {
        Optional<Instant> at = event.at().or(order::updatedAt).or(order::submittedAt);
        return update(
                order,
                need(order.status().or(event::event), "status"),
                execution(event),
                need(at, "time"),
                Source.STREAM,
                order.rejectReason().or(event::reason));
    }

    private static OrderUpdate update(
            WireOrder order,
            String status,
            Optional<Execution> execution,
            Instant at,
            Source source,
            Optional<String> reason) {
        int filled = need(order.filledQuantity(), "filled_qty").intValueExact();
        return new OrderUpdate(
                new ClientOrderId(need(order.clientOrderId(), "client_order_id")),
                new BrokerOrderId(need(order.id(), "id")),
                StatusWord.translate(status, order.raw()),
                filled,
                filled == 0 ? Optional.empty() : price(order.filledAveragePrice()),
                execution,
                at,
                source,
                reason);
    }

    /// Nothing is bought or sold for nothing.
    private static Optional<Price> price(Optional<BigDecimal> average) {
        return average.filter(price -> price.signum() > 0).map(Price::new);
    }

    private static Optional<Execution> execution(WireTradeUpdate event) {
        boolean isFill =
                event.event()
                        .filter(word -> word.equals(FILL) || word.equals(PARTIAL_FILL))
                        .isPresent();
        return isFill
                ? execution(event.executionId(), event.quantity(), event.price())
                : Optional.empty();
    }

    /// An execution; one that cannot be read is no loss, because what is filled comes from the
    /// order.
    static Optional<Execution> execution(
            Optional<String> id, Optional<BigDecimal> quantity, Optional<BigDecimal> price) {
        Optional<Integer> whole = whole(quantity);
        Optional<Price> paid = price.filter(value -> value.signum() >= 0).map(Price::new);
        return id.isPresent() && whole.isPresent() && paid.isPresent()
                ? Optional.of(new Execution(id.get(), whole.get(), paid.get()))
                : Optional.empty();
    }

    private static Optional<Integer> whole(Optional<BigDecimal> quantity) {
        return quantity.filter(
                        value -> value.signum() > 0 && value.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue);
    }
}
