package io.opspipeline.domain.instrument;

/// The kind of instrument of a signal, an order or a position.
public enum InstrumentType {
    /// A long call.
    CALL,
    /// A long put.
    PUT,
    /// Shares.
    STOCK;

    /// The direction of the underlying that gains: +1, or -1 for a put.
    public int direction() {
        return this == PUT ? -1 : 1;
    }
}
