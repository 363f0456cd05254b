package io.opspipeline.market.indicator;

/// Why a feature has no value.
public enum AbsenceReason {
    /// Its window is not full yet, since the first bar, a missing session or a split.
    TOO_FEW_BARS,
    /// The session has fewer than 20 bars after its opening bar.
    SESSION_TOO_YOUNG,
    /// Nothing traded in its window.
    NO_VOLUME,
    /// The close never moved, or was zero.
    NO_MOVEMENT,
    /// No higher frame has 20 closes.
    NO_FRAME,
    /// There is no trend to compare with.
    NO_TREND
}
