package io.opspipeline.exchange.venue;

/// Where an order stands, in the protocol's words.
public enum OrderStatus {
    /// Taken while the market is closed, or not yet passed on.
    ACCEPTED("accepted"),
    /// Working, nothing filled.
    NEW("new"),
    /// Working, some filled.
    PARTIALLY_FILLED("partially_filled"),
    /// A cancel was taken; it may still fill.
    PENDING_CANCEL("pending_cancel"),
    /// All filled.
    FILLED("filled"),
    /// Ended by a cancel.
    CANCELED("canceled"),
    /// Ended by the close.
    EXPIRED("expired"),
    /// Ended by the venue after it was taken.
    REJECTED("rejected");

    private final String word;

    OrderStatus(String word) {
        this.word = word;
    }

    /// The protocol's word.
    public String word() {
        return word;
    }

    /// True when it will not be worked again.
    public boolean isTerminal() {
        return this == FILLED || this == CANCELED || this == EXPIRED || this == REJECTED;
    }
}
