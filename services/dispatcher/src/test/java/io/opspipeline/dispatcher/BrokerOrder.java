package io.opspipeline.dispatcher;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.BrokerOrderStatus;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.OrderUpdate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;

/// An order in the scripted broker's book.
final class BrokerOrder {

    private final OrderRequest request;
    private BrokerOrderStatus status = BrokerOrderStatus.WORKING;
    private int filled;
    private BigDecimal value = BigDecimal.ZERO;

    BrokerOrder(OrderRequest request) {
        this.request = request;
    }

    OrderRequest request() {
        return request;
    }

    BrokerOrderId id() {
        return new BrokerOrderId("b-" + request.clientOrderId());
    }

    boolean hasEnded() {
        return status.isTerminal();
    }

    int filled() {
        return filled;
    }

    void fill(int quantity, Price price) {
        filled += quantity;
        value = value.add(price.perShare().multiply(BigDecimal.valueOf(quantity)));
        if (filled >= request.quantity()) {
            status = BrokerOrderStatus.FILLED;
        } else if (status == BrokerOrderStatus.WORKING) {
            status = BrokerOrderStatus.PARTIALLY_FILLED;
        }
    }

    void become(BrokerOrderStatus next) {
        if (!hasEnded()) {
            status = next;
        }
    }

    OrderUpdate update(OrderUpdate.Source source, Instant at) {
        return new OrderUpdate(
                request.clientOrderId(),
                id(),
                status,
                filled,
                filled == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Price(
                                        value.divide(
                                                BigDecimal.valueOf(filled),
                                                MathContext.DECIMAL64))),
                Optional.empty(),
                at,
                source,
                Optional.empty());
    }
}
