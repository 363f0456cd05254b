package io.opspipeline.domain.order;

/// The side of an order. There is no short selling: buys open, sells close.
public enum Side {
    /// Buys to open.
    BUY,
    /// Sells to close.
    SELL
}
