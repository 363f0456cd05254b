package io.opspipeline.persistence.position;

/// What can happen to a position.
enum PositionEventKind {
    /// Its first buying fill.
    OPENED,
    /// Found at the broker and taken over.
    ADOPTED,
    /// A further buying fill.
    INCREASED,
    /// A selling fill.
    REDUCED,
    /// Somebody traded it at the broker, past us.
    TRADED_OUTSIDE,
    /// A rule closes it.
    CLOSING,
    /// The close was given up for now.
    REOPENED,
    /// PARTIAL has sold its part.
    PARTIAL_TAKEN,
    /// It ended.
    ENDED
}
