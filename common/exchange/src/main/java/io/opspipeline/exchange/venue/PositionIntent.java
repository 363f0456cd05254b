package io.opspipeline.exchange.venue;

import io.opspipeline.domain.order.Side;

/// What an order does to a position. A short is opened by a spread only.
public enum PositionIntent {
    /// Buys to open or extend a long.
    BUY_TO_OPEN("buy_to_open"),
    /// Buys back a short.
    BUY_TO_CLOSE("buy_to_close"),
    /// Opens a short.
    SELL_TO_OPEN("sell_to_open"),
    /// Sells from a long.
    SELL_TO_CLOSE("sell_to_close");

    private final String word;

    PositionIntent(String word) {
        this.word = word;
    }

    /// The protocol's word.
    public String word() {
        return word;
    }

    /// Buy or sell.
    public Side side() {
        return this == BUY_TO_OPEN || this == BUY_TO_CLOSE ? Side.BUY : Side.SELL;
    }

    /// True when it opens or extends a position.
    public boolean opens() {
        return this == BUY_TO_OPEN || this == SELL_TO_OPEN;
    }
}
