package io.opspipeline.domain.order;

import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;

/// An order of ours and how far it has come.
///
/// @param request what we wanted
/// @param purpose what it is for
/// @param attempt 1 for the first order of its ladder
/// @param state where it stands
/// @param brokerOrderId the broker's name of it, once known
/// @param filledQuantity filled so far
/// @param filledValue sum of quantity times price per share of all fills
/// @param createdAt when the intent was committed, UTC
/// @param endedAt when it ended, UTC; empty while working
/// @param reason why it ended otherwise than by filling
public record Order(
        OrderRequest request,
        OrderPurpose purpose,
        int attempt,
        OrderState state,
        Optional<BrokerOrderId> brokerOrderId,
        int filledQuantity,
        BigDecimal filledValue,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<String> reason) {

    /// A committed intent that has not been sent.
    public static Order intent(
            OrderRequest request, OrderPurpose purpose, int attempt, Instant at) {
        return new Order(
                request,
                purpose,
                attempt,
                OrderState.INTENT,
                Optional.empty(),
                0,
                BigDecimal.ZERO,
                at,
                Optional.empty(),
                Optional.empty());
    }

    /// Its name.
    public ClientOrderId id() {
        return request.clientOrderId();
    }

    /// What is not filled.
    public int remaining() {
        return request.quantity() - filledQuantity;
    }

    /// The average price of its fills; empty while nothing is filled.
    public Optional<Price> averagePrice() {
        return filledQuantity == 0
                ? Optional.empty()
                : Optional.of(
                        new Price(
                                filledValue.divide(
                                        BigDecimal.valueOf(filledQuantity),
                                        MathContext.DECIMAL64)));
    }

    Order with(OrderState next, Instant at, Optional<String> why) {
        return new Order(
                request,
                purpose,
                attempt,
                next,
                brokerOrderId,
                filledQuantity,
                filledValue,
                createdAt,
                next.isWorking() ? Optional.empty() : Optional.of(endedAt.orElse(at)),
                why.or(() -> reason));
    }

    Order withBrokerId(BrokerOrderId id) {
        return new Order(
                request,
                purpose,
                attempt,
                state,
                Optional.of(id),
                filledQuantity,
                filledValue,
                createdAt,
                endedAt,
                reason);
    }

    Order withFilled(int quantity, BigDecimal value) {
        return new Order(
                request,
                purpose,
                attempt,
                state,
                brokerOrderId,
                quantity,
                value,
                createdAt,
                endedAt,
                reason);
    }
}
