package io.opspipeline.exchange.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// What has become of an order or a spread. Guarded by the venue's lock.
final class OrderProgress {

    private static final int AVERAGE_SCALE = 6;

    private final String name;
    private final int quantity;
    private final boolean isMarket;
    private final Instant submittedAt;
    private OrderStatus status = OrderStatus.ACCEPTED;
    private Instant updatedAt;
    private Optional<Instant> cancelRequestedAt = Optional.empty();
    private Optional<String> reason = Optional.empty();
    private int filled;
    private int fills;
    private BigDecimal filledValue = BigDecimal.ZERO;
    private boolean taking = true;

    /// @param name of the order, for errors
    /// @param quantity contracts, shares or units
    OrderProgress(String name, int quantity, boolean isMarket, Instant submittedAt) {
        this.name = name;
        this.quantity = quantity;
        this.isMarket = isMarket;
        this.submittedAt = submittedAt;
        this.updatedAt = submittedAt;
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

    int filled() {
        return filled;
    }

    int remaining() {
        return quantity - filled;
    }

    /// How many executions it has had.
    int fills() {
        return fills;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> cancelRequestedAt() {
        return cancelRequestedAt;
    }

    Optional<String> reason() {
        return reason;
    }

    /// Average price of what is filled, to 6 decimals half-even.
    Optional<BigDecimal> average() {
        return filled == 0
                ? Optional.empty()
                : Optional.of(
                        filledValue.divide(
                                BigDecimal.valueOf(filled), AVERAGE_SCALE, RoundingMode.HALF_EVEN));
    }

    /// True from its arrival for as long as it reached the touch at every step: what is left of it
    /// takes at the touch. Once it has waited, it fills at its limit.
    boolean isTaking() {
        return taking || isMarket;
    }

    /// It does not reach the touch: it waits. A market order never does.
    void rests() {
        taking = false;
    }

    /// It works at the venue.
    void works(Instant at) {
        change(OrderStatus.NEW, at);
    }

    void fills(int part, BigDecimal price, Instant at) {
        filled += part;
        fills++;
        filledValue = filledValue.add(price.multiply(BigDecimal.valueOf(part)));
        if (remaining() <= 0) {
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

    /// The cancel is not carried out: it works as before.
    void rejectsCancel(Instant at) {
        cancelRequestedAt = Optional.empty();
        change(filled > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.NEW, at);
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

    private void change(OrderStatus next, Instant at) {
        if (status.isTerminal()) {
            throw new IllegalStateException(name + " has ended as " + status);
        }
        status = next;
        updatedAt = at;
    }
}
