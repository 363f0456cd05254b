package io.opspipeline.domain.order;

import io.opspipeline.domain.denial.Denial;
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
/// @param denial why it ended otherwise than by filling, is in doubt, or is held by the broker;
///   empty once it is filled
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
        Optional<Denial> denial) {

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

    /// What was denied in words.
    public Optional<String> reason() {
        return denial.map(Denial::words);
    }

    Order with(OrderState next, Instant at, Optional<Denial> why) {
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
                why);
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
                denial);
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
                denial);
    }
}
