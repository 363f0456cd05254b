package io.opspipeline.domain.instrument;

/// The right of an option: to buy (call) or to sell (put) the underlying.
public enum Right {
    /// Gains when the underlying rises.
    CALL,
    /// Gains when the underlying falls.
    PUT;

    /// The letter used in an OCC symbol: `C` or `P`.
    public char letter() {
        return this == CALL ? 'C' : 'P';
    }

    /// The direction of the underlying that this right gains from: +1 for a call, -1 for a put.
    public int direction() {
        return this == CALL ? 1 : -1;
    }
}
