package io.opspipeline.exchange.venue;

import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// An order and what has become of it. Guarded by the venue's lock.
final class WorkingOrder {

    private static final int AVERAGE_SCALE = 6;

    private final OrderTerms terms;
    private final Instant submittedAt;
    private OrderStatus status = OrderStatus.ACCEPTED;
    private Instant updatedAt;
    private Optional<Instant> cancelRequestedAt = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private int filled;
    private int fills;
    private BigDecimal filledValue = BigDecimal.ZERO;
    private boolean taking = true;

    WorkingOrder(OrderTerms terms, Instant submittedAt) {
        this.terms = terms;
        this.submittedAt = submittedAt;
        this.updatedAt = submittedAt;
    }

    OrderTerms terms() {
        return terms;
    }

    OrderStatus status() {
        return status;
    }

    boolean isOpen() {
        return !status.isTerminal();
    }

    boolean isCancelRequested() {
        return cancelRequestedAt.isPresent();
    }

    int remaining() {
        return terms.quantity() - filled;
    }

    /// How many executions it has had.
    int fills() {
        return fills;
    }

    /// True from its arrival for as long as it reached the touch at every step: what is left of it
    /// takes at the touch. Once it has waited, it fills at its limit.
    boolean isTaking() {
        return taking || terms.type() == OrderType.MARKET;
    }

    /// It does not reach the touch: it waits. A market order never does.
    void rests() {
        taking = false;
    }

    /// It works at the venue.
    void works(Instant at) {
        change(OrderStatus.NEW, at);
    }

    void fills(int quantity, Price price, Instant at) {
        filled += quantity;
        fills++;
        filledValue = filledValue.add(price.perShare().multiply(BigDecimal.valueOf(quantity)));
        if (remaining() == 0) {
            change(OrderStatus.FILLED, at);
        } else if (isCancelRequested()) {
            change(OrderStatus.PENDING_CANCEL, at);
        } else {
            change(OrderStatus.PARTIALLY_FILLED, at);
        }
    }

    void requestCancel(Instant at) {
        cancelRequestedAt = Optional.of(at);
        change(OrderStatus.PENDING_CANCEL, at);
    }

    void cancels(Instant at) {
        change(OrderStatus.CANCELED, at);
    }

    void expires(Instant at) {
        change(OrderStatus.EXPIRED, at);
    }

    void rejects(String why, Instant at) {
        reason = Optional.of(why);
        change(OrderStatus.REJECTED, at);
    }

    OrderView view() {
        return new OrderView(
                terms.id(),
                terms.clientOrderId(),
                terms.account(),
                terms.instrument(),
                terms.side(),
                terms.intent(),
                terms.type(),
                terms.quantity(),
                terms.limit(),
                status,
                filled,
                average(),
                submittedAt,
                updatedAt,
                cancelRequestedAt,
                reason);
    }

    private Optional<Price> average() {
        return filled == 0
                ? Optional.empty()
                : Optional.of(
                        new Price(
                                filledValue.divide(
                                        BigDecimal.valueOf(filled),
                                        AVERAGE_SCALE,
                                        RoundingMode.HALF_EVEN)));
    }

    private void change(OrderStatus next, Instant at) {
        if (status.isTerminal()) {
            throw new IllegalStateException(terms.id() + " has ended as " + status);
        }
        status = next;
        updatedAt = at;
    }
}
