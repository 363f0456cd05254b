package io.opspipeline.domain.order;

/// What the broker says of an order, in our words.
public enum BrokerOrderStatus {
    /// Received, not yet at a venue.
    PENDING,
    /// Working at a venue.
    WORKING,
    /// Working, some filled.
    PARTIALLY_FILLED,
    /// The broker holds it; it does not trade, and may go on or end.
    SUSPENDED,
    /// It trades no more today; its end comes as another status.
    DONE_FOR_DAY,
    /// A cancel was received; it may still fill.
    PENDING_CANCEL,
    /// All filled.
    FILLED,
    /// Ended by a cancel.
    CANCELED,
    /// Ended by time.
    EXPIRED,
    /// Ended by the broker or a venue.
    REJECTED,
    /// A word that we do not know: changes nothing but what is filled.
    UNKNOWN;

    /// True when the broker will not work the order again.
    public boolean isTerminal() {
        return OrderState.endOf(this).isPresent();
    }
}
