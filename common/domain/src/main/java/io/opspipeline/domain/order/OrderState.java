package io.opspipeline.domain.order;

import java.util.Optional;

/// Where an order of ours stands.
public enum OrderState {
    /// Committed, not yet sent.
    INTENT,
    /// Sent, and nobody knows whether it arrived.
    IN_DOUBT,
    /// The broker has it.
    SUBMITTED,
    /// The broker has it and some is filled.
    PARTIALLY_FILLED,
    /// A cancel is on its way.
    PENDING_CANCEL,
    /// All filled.
    FILLED,
    /// Cancelled; what was filled stays filled.
    CANCELED,
    /// Ended by time; what was filled stays filled.
    EXPIRED,
    /// Refused or ended by the broker; what was filled stays filled.
    REJECTED,
    /// In doubt to the last and never found; its id is watched until the session ends.
    LOST;

    /// True when it may still be filled as far as we know.
    public boolean isWorking() {
        return switch (this) {
            case INTENT, IN_DOUBT, SUBMITTED, PARTIALLY_FILLED, PENDING_CANCEL -> true;
            case FILLED, CANCELED, EXPIRED, REJECTED, LOST -> false;
        };
    }

    /// The end state of a terminal broker status.
    static Optional<OrderState> endOf(BrokerOrderStatus status) {
        return switch (status) {
            case FILLED -> Optional.of(FILLED);
            case CANCELED -> Optional.of(CANCELED);
            case EXPIRED -> Optional.of(EXPIRED);
            case REJECTED -> Optional.of(REJECTED);
            case PENDING,
                    WORKING,
                    PARTIALLY_FILLED,
                    SUSPENDED,
                    DONE_FOR_DAY,
                    PENDING_CANCEL,
                    UNKNOWN ->
                    Optional.empty();
        };
    }
}
