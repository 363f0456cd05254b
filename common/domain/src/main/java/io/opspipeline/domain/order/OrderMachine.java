package io.opspipeline.domain.order;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// The life of an order as total functions: every event in every state gives a defined result.
/// Duplicates and late events change nothing; a fill is booked once, by the cumulative quantity.
public final class OrderMachine {

    private static final int OPTION_DECIMALS = 2;
    private static final int STOCK_DECIMALS = 4;
    private static final Denial LOST =
            DenialCode.SUBMIT_LOST.says(DenialCode.SUBMIT_LOST.toString());

    private OrderMachine() {}

    /// Takes in news from the broker. Fills count even for an order that we believed had ended
    /// otherwise: the broker is the truth for fills.
    public static OrderChange apply(Order order, OrderUpdate update) {
        Order known =
                order.brokerOrderId().isPresent()
                        ? order
                        : order.withBrokerId(update.brokerOrderId());
        Optional<Fill> fill = newFill(known, update);
        Order filled =
                fill.map(part ->
                                known.withFilled(
                                        known.filledQuantity() + part.quantity(),
                                        valueAfter(known, part)))
                        .orElse(known);
        OrderState next = stateAfter(filled, update.status());
        Order after = filled.with(next, update.at(), denialAfter(filled, next, update));
        return new OrderChange(order, after, fill);
    }

    /// The broker has answered our request with a refusal: it will never work.
    public static OrderChange refused(Order order, Denial denial, Instant at) {
        return neverSent(order) ? change(order, OrderState.REJECTED, denial, at) : unchanged(order);
    }

    /// Our request got no readable answer.
    public static OrderChange doubted(Order order, Denial denial, Instant at) {
        return order.state() == OrderState.INTENT
                ? change(order, OrderState.IN_DOUBT, denial, at)
                : unchanged(order);
    }

    /// The broker did not know the order at the last of the look-ups.
    public static OrderChange lost(Order order, Instant at) {
        return order.state() == OrderState.IN_DOUBT
                ? change(order, OrderState.LOST, LOST, at)
                : unchanged(order);
    }

    /// Given up before it was sent.
    public static OrderChange aborted(Order order, Denial denial, Instant at) {
        return order.state() == OrderState.INTENT
                ? change(order, OrderState.CANCELED, denial, at)
                : unchanged(order);
    }

    /// What is denied now. A cancel denies nothing unless the broker gives a reason: it is what we
    /// asked for. A doubt that is settled, or an order that goes on, leaves nothing behind.
    private static Optional<Denial> denialAfter(Order order, OrderState next, OrderUpdate update) {
        if (next == OrderState.FILLED) {
            return Optional.empty();
        }
        if (next == order.state() && !next.isWorking()) {
            return order.denial();
        }
        Optional<Denial> before =
                order.state() == OrderState.IN_DOUBT ? Optional.empty() : order.denial();
        return switch (update.status()) {
            case REJECTED -> ended(DenialCode.REJECTED_LATER, update);
            case EXPIRED -> ended(DenialCode.EXPIRED_AT_BROKER, update);
            case SUSPENDED -> held(DenialCode.SUSPENDED_AT_BROKER, update);
            case DONE_FOR_DAY -> held(DenialCode.DONE_FOR_DAY, update);
            case CANCELED ->
                    update.reason().map(DenialCode.CANCELED_AT_BROKER::says).or(() -> before);
            case PENDING, WORKING, PARTIALLY_FILLED -> Optional.empty();
            case PENDING_CANCEL, FILLED, UNKNOWN -> before;
        };
    }

    private static Optional<Denial> ended(DenialCode code, OrderUpdate update) {
        return Optional.of(
                code.says(update.reason().orElse("ended at the broker: " + update.status())));
    }

    private static Optional<Denial> held(DenialCode code, OrderUpdate update) {
        return Optional.of(
                code.says(update.reason().orElse("held by the broker: " + update.status())));
    }

    private static boolean neverSent(Order order) {
        return order.state() == OrderState.INTENT || order.state() == OrderState.IN_DOUBT;
    }

    private static OrderChange change(Order order, OrderState next, Denial denial, Instant at) {
        return new OrderChange(order, order.with(next, at, Optional.of(denial)), Optional.empty());
    }

    private static OrderChange unchanged(Order order) {
        return new OrderChange(order, order, Optional.empty());
    }

    private static Optional<Fill> newFill(Order order, OrderUpdate update) {
        int news = update.filledQuantity() - order.filledQuantity();
        if (news <= 0) {
            return Optional.empty();
        }
        boolean oneExecution =
                update.execution().filter(execution -> execution.quantity() == news).isPresent();
        String fillId =
                oneExecution
                        ? update.execution().orElseThrow().executionId()
                        : "cumulative-" + update.filledQuantity();
        Price price =
                oneExecution
                        ? update.execution().orElseThrow().price()
                        : priceOfRest(order, update, news);
        return Optional.of(new Fill(order.id(), fillId, news, price, update.at()));
    }

    private static Price priceOfRest(Order order, OrderUpdate update, int news) {
        BigDecimal rest = total(order, update).subtract(order.filledValue());
        BigDecimal each = rest.divide(BigDecimal.valueOf(news), MathContext.DECIMAL64);
        return new Price(each.max(BigDecimal.ZERO));
    }

    private static BigDecimal valueAfter(Order order, Fill fill) {
        return order.filledValue()
                .add(fill.price().perShare().multiply(BigDecimal.valueOf(fill.quantity())));
    }

    /// The broker rounds averages; what was paid in all is a multiple of the finest price there is.
    private static BigDecimal total(Order order, OrderUpdate update) {
        int decimals =
                order.request().instrument() instanceof Instrument.Option
                        ? OPTION_DECIMALS
                        : STOCK_DECIMALS;
        return update.averagePrice()
                .orElseThrow()
                .perShare()
                .multiply(BigDecimal.valueOf(update.filledQuantity()))
                .setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static OrderState stateAfter(Order order, BrokerOrderStatus status) {
        if (order.remaining() <= 0) {
            return OrderState.FILLED;
        }
        if (!order.state().isWorking() && order.state() != OrderState.LOST) {
            return order.state();
        }
        return OrderState.endOf(status).orElseGet(() -> workingState(order, status));
    }

    private static OrderState workingState(Order order, BrokerOrderStatus status) {
        if (order.state() == OrderState.PENDING_CANCEL
                || status == BrokerOrderStatus.PENDING_CANCEL) {
            return OrderState.PENDING_CANCEL;
        }
        return order.filledQuantity() > 0 ? OrderState.PARTIALLY_FILLED : OrderState.SUBMITTED;
    }
}
