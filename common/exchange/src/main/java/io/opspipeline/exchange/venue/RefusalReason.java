package io.opspipeline.exchange.venue;

import java.util.TreeMap;

/// Why a request is refused, with the status and code that clients rely on; the words may change
/// (the broker's error tables of 2026-09). A closed set.
public enum RefusalReason {
    /// A field is missing or has a value that cannot be read.
    MALFORMED(400, 40010000),
    /// The key or the secret is wrong.
    NOT_AUTHORIZED(401, 40110000),
    /// The account may not trade, by its own switch or the broker's.
    ACCOUNT_SUSPENDED(403, 40310000),
    /// The account's options level is too low.
    LEVEL_TOO_LOW(403, 40310000),
    /// Selling what is not held would be a short.
    UNCOVERED(403, 40310000),
    /// The account has none of what is to be exercised, or not enough.
    NOT_EXERCISABLE(403, 40310000),
    /// A short is not exercised by its holder.
    SHORT_POSITION(403, 40310001),
    /// More than is held and not already offered.
    INSUFFICIENT_QUANTITY(403, 40310000),
    /// More than the cash that is not already reserved.
    INSUFFICIENT_BUYING_POWER(403, 40310000),
    /// It could trade with the account's own order on the other side.
    WASH_TRADE(403, 40310000),
    /// No such order.
    ORDER_NOT_FOUND(404, 40410000),
    /// No such position.
    POSITION_NOT_FOUND(404, 40410000),
    /// No such contract or asset, where one is asked for by name.
    ASSET_NOT_FOUND(404, 40410000),
    /// The client order id was used before.
    DUPLICATE_CLIENT_ORDER_ID(422, 40010001),
    /// The client order id is longer than 128 characters or blank.
    INVALID_CLIENT_ORDER_ID(422, 40010001),
    /// An order in something that is not listed.
    UNKNOWN_SYMBOL(422, 42210000),
    /// The contract has expired.
    CONTRACT_EXPIRED(422, 42210000),
    /// The contract is too near its end to open a position.
    EXPIRES_SOON(422, 42210000),
    /// Not a whole number above zero.
    INVALID_QUANTITY(422, 42210000),
    /// A limit price is missing, not wanted, not above zero, or finer than a cent.
    INVALID_PRICE(422, 42210000),
    /// The legs of a spread do not make one.
    INVALID_LEGS(422, 42210000),
    /// The stated intent is not what the order would do.
    INTENT_MISMATCH(422, 42210000),
    /// A market order in an option while the market is closed.
    MARKET_CLOSED(422, 42210000),
    /// An order type, time in force, class or attribute that this venue does not take.
    UNSUPPORTED(422, 42210000),
    /// The order has ended and cannot be canceled.
    ORDER_ENDED(422, 42210000),
    /// Too many requests.
    RATE_LIMITED(429, 42910000),
    /// The broker is broken.
    INTERNAL_ERROR(500, 50010000);

    private final int httpStatus;
    private final int code;

    RefusalReason(int httpStatus, int code) {
        this.httpStatus = httpStatus;
        this.code = code;
    }

    /// The HTTP status.
    public int httpStatus() {
        return httpStatus;
    }

    /// The broker's code, 8 digits.
    public int code() {
        return code;
    }

    /// A refusal for this reason in these words.
    public Refusal says(String message) {
        return new Refusal(this, message, new TreeMap<>());
    }
}
