package io.opspipeline.domain.position;

/// Where a position stands.
public enum PositionState {
    /// Held and watched.
    OPEN,
    /// Held, and an order that closes all of it is decided or works.
    CLOSING,
    /// Ended by a closing fill.
    CLOSED,
    /// Ended worthless or settled at expiry.
    EXPIRED,
    /// Ended by assignment.
    ASSIGNED,
    /// Ended by exercise.
    EXERCISED,
    /// Ended because the broker no longer holds it and nothing tells why; out of statistics.
    RECONCILED;

    /// True when nothing is held any more.
    public boolean isEnded() {
        return this != OPEN && this != CLOSING;
    }
}
