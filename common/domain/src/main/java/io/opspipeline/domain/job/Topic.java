package io.opspipeline.domain.job;

/// What a commit can announce to the stages that wait for it.
public enum Topic {
    /// New minute bars are stored.
    BARS,
    /// New feature rows are stored.
    FEATURES,
    /// New signals are stored.
    SIGNALS,
    /// An order was filled, at least in part.
    FILLS
}
