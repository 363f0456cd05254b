package io.opspipeline.persistence.position;

/// What can happen to a position.
enum PositionEventKind {
    /// Its first buying fill.
    OPENED,
    /// A further buying fill.
    INCREASED,
    /// A selling fill.
    REDUCED,
    /// It ended.
    ENDED
}
