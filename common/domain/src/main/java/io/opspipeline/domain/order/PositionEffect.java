package io.opspipeline.domain.order;

/// What a leg of a spread does to the position in its contract.
public enum PositionEffect {
    /// Opens or extends it.
    OPEN,
    /// Reduces or ends it.
    CLOSE
}
