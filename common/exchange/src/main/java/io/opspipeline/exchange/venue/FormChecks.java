package io.opspipeline.exchange.venue;

import static io.opspipeline.exchange.venue.RefusalReason.DUPLICATE_CLIENT_ORDER_ID;
import static io.opspipeline.exchange.venue.RefusalReason.INVALID_CLIENT_ORDER_ID;
import static io.opspipeline.exchange.venue.RefusalReason.INVALID_PRICE;
import static io.opspipeline.exchange.venue.RefusalReason.INVALID_QUANTITY;

import java.math.BigDecimal;
import java.util.Optional;

/// Whether an order is well formed.
final class FormChecks {

    private static final int LONGEST_ID = 128;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final int CENTS = 2;

    private FormChecks() {}

    /// The client order id can be used.
    static Optional<Refusal> clientOrderId(AccountBook book, Optional<String> clientOrderId) {
        return clientOrderId.flatMap(id -> clientOrderId(book, id));
    }

    private static Optional<Refusal> clientOrderId(AccountBook book, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return Optional.of(
                    INVALID_CLIENT_ORDER_ID.says(
                            "client_order_id must be no more than 128 characters"));
        }
        return book.orders().isTaken(id)
                ? Optional.of(DUPLICATE_CLIENT_ORDER_ID.says("client_order_id must be unique"))
                : Optional.empty();
    }

    /// The quantity is whole, above zero, and not beyond all measure.
    static Optional<Refusal> quantity(Entry entry) {
        BigDecimal quantity = entry.submission().quantity();
        if (quantity.signum() <= 0) {
            return Optional.of(INVALID_QUANTITY.says("qty must be > 0"));
        }
        if (quantity.compareTo(MOST) > 0) {
            return Optional.of(INVALID_QUANTITY.says("order qty must be <= " + MOST));
        }
        if (quantity.stripTrailingZeros().scale() <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                INVALID_QUANTITY.says(
                        entry.isOption()
                                ? "qty must be integer for options trading"
                                : "asset \"%s\" is not fractionable"
                                        .formatted(entry.submission().symbol())));
    }

    /// A limit has a price in cents, a market order has none.
    static Optional<Refusal> price(Entry entry) {
        Optional<BigDecimal> limit = entry.submission().limitPrice();
        if (entry.isMarket()) {
            return limit.map(_ -> INVALID_PRICE.says("market orders require no limit price"));
        }
        if (limit.isEmpty()) {
            return Optional.of(INVALID_PRICE.says("limit orders require a limit price"));
        }
        return limit.flatMap(price -> price(entry, price));
    }

    private static Optional<Refusal> price(Entry entry, BigDecimal price) {
        if (price.signum() <= 0) {
            return Optional.of(INVALID_PRICE.says("limit price must be > 0"));
        }
        if (price.stripTrailingZeros().scale() <= CENTS) {
            return Optional.empty();
        }
        return Optional.of(
                INVALID_PRICE.says(
                        entry.isOption()
                                ? "limit price must be limited to 2 decimal places"
                                : "invalid limit_price %s. sub-penny increment does not fulfill minimum pricing criteria"
                                        .formatted(price.toPlainString())));
    }
}
