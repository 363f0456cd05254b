package io.opspipeline.alpaca.trading;

import io.opspipeline.alpaca.wire.Translation;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOrder;
import io.opspipeline.alpaca.wire.WireTradeUpdate;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.Execution;
import io.opspipeline.domain.order.OrderUpdate;
import io.opspipeline.domain.order.OrderUpdate.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alpaca's words for orders in ours. On the wire the set of words is open: one that is not known
/// is UNKNOWN and logged with its row.
public final class OrderWords {

    private static final Logger LOG = LoggerFactory.getLogger(OrderWords.class);

    private OrderWords() {}

    /// An order of an answer or of the books; empty, and logged, when it cannot be read.
    ///
    /// @param now taken where the row tells no time, UTC
    public static Optional<OrderUpdate> update(WireOrder order, Source source, Instant now) {
        return Translation.of(() ->
                        update(
                                order,
                                Optional.empty(),
                                order.updatedAt().or(order::submittedAt).orElse(now),
                                source,
                                order.rejectReason()))
                .orSkipped(LOG, order.raw());
    }

    /// A stream event; empty, and logged, when it cannot be read.
    ///
    /// @param now taken where the event tells no time, UTC
    public static Optional<OrderUpdate> update(WireTradeUpdate event, Instant now) {
        return Translation.of(
                        () -> {
                            WireOrder order = Translation.need(event.order(), "order");
                            return update(
                                    order,
                                    execution(event),
                                    event.at().or(order::updatedAt).orElse(now),
                                    Source.STREAM,
                                    event.reason().or(order::rejectReason));
                        })
                .orSkipped(LOG, event.raw());
    }

    /// The status of a word.
    static BrokerOrderStatus status(String word, WireNode raw) {
        return switch (word) {
            case "accepted", "pending_new", "accepted_for_bidding", "held", "pending_review" ->
                    BrokerOrderStatus.PENDING;
            case "new", "stopped", "suspended", "calculated", "pending_replace" ->
                    BrokerOrderStatus.WORKING;
            case "partially_filled" -> BrokerOrderStatus.PARTIALLY_FILLED;
            case "pending_cancel" -> BrokerOrderStatus.PENDING_CANCEL;
            case "filled" -> BrokerOrderStatus.FILLED;
            case "canceled", "replaced" -> BrokerOrderStatus.CANCELED;
            case "expired", "done_for_day" -> BrokerOrderStatus.EXPIRED;
            case "rejected" -> BrokerOrderStatus.REJECTED;
            default -> {
                LOG.warn("order status '{}' is not known: {}", word, raw);
                yield BrokerOrderStatus.UNKNOWN;
            }
        };
    }

    private static OrderUpdate update(
            WireOrder order,
            Optional<Execution> execution,
            Instant at,
            Source source,
            Optional<String> reason) {
        int filled = order.filledQuantity().map(BigDecimal::intValueExact).orElse(0);
        return new OrderUpdate(
                new ClientOrderId(Translation.need(order.clientOrderId(), "client_order_id")),
                new BrokerOrderId(Translation.need(order.id(), "id")),
                status(order.status().orElse(""), order.raw()),
                filled,
                filled == 0 ? Optional.empty() : order.filledAveragePrice().map(Price::new),
                execution,
                at,
                source,
                reason);
    }

    private static Optional<Execution> execution(WireTradeUpdate event) {
        boolean fill =
                event.event()
                        .filter(word -> word.equals("fill") || word.equals("partial_fill"))
                        .isPresent();
        if (!fill
                || event.executionId().isEmpty()
                || event.quantity().isEmpty()
                || event.price().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Execution(
                        event.executionId().get(),
                        event.quantity().get().intValueExact(),
                        new Price(event.price().get())));
    }
}
