package io.opspipeline.exchange.venue;

/// What an order event tells, in the protocol's words.
public enum EventKind {
    /// Taken, not working yet.
    ACCEPTED("accepted"),
    /// Working.
    NEW("new"),
    /// A part was filled and some remains.
    PARTIAL_FILL("partial_fill"),
    /// The last part was filled.
    FILL("fill"),
    /// A cancel was taken.
    PENDING_CANCEL("pending_cancel"),
    /// A cancel that was taken is not done: it works on.
    CANCEL_REJECTED("order_cancel_rejected"),
    /// Ended by a cancel.
    CANCELED("canceled"),
    /// Ended by the close.
    EXPIRED("expired"),
    /// Ended by the venue.
    REJECTED("rejected");

    private final String word;

    EventKind(String word) {
        this.word = word;
    }

    /// The protocol's word.
    public String word() {
        return word;
    }
}
