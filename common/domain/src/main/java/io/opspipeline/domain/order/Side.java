package io.opspipeline.domain.order;

/// The side of an order. An order in one instrument never sells short: buys open, sells close. A
/// leg of a spread says for itself what it does ([PositionEffect]).
public enum Side {
    /// Buys.
    BUY,
    /// Sells.
    SELL
}
