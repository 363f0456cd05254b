package io.opspipeline.signals.rules;

/// Why a ticker held. What comes before the five conditions of the rule makes it unreadable, what
/// comes after stops an entry that it would have made. The names are stored in `signal_holds`.
public enum HoldCondition {
    /// The newest bar closed too long ago, or there is none.
    STALE,
    /// A feature that the rule needs is absent.
    INPUT_ABSENT,
    /// The closes do not move in one direction.
    TREND,
    /// The close is not on the trend's side of its mean.
    SIDE,
    /// Too little volume.
    VOLUME,
    /// The close is too far from its mean.
    STRETCHED,
    /// Not believed strongly enough.
    CONFIDENCE,
    /// A signal of the ticker in this direction is too recent.
    COOLDOWN
}
