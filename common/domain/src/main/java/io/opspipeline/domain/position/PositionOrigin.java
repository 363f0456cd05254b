package io.opspipeline.domain.position;

/// How a position came to be.
public enum PositionOrigin {
    /// An entry of ours.
    DISPATCH,
    /// Found at the broker, under the stated policy for such positions.
    ADOPTED
}
