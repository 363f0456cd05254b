package io.opspipeline.exchange.venue;

/// What an order does to a position. The venue knows all four and allows the first and the last.
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
}
