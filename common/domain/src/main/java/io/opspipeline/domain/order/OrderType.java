package io.opspipeline.domain.order;

/// How an order is priced.
public enum OrderType {
    /// At the limit or better.
    LIMIT,
    /// At whatever the market gives; urgent exits only, in session only.
    MARKET
}
