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
    FILLS,
    /// An operator changed what accounts may do.
    TRADING_STATES,
    /// An operator changed stored settings. No job waits for it; every service takes them over.
    SETTINGS;

    /// True for what an operator announces from outside the pipeline. His clock need not be the
    /// pipeline's, so a run that he causes is named after the time at which it was heard of.
    public boolean isOperators() {
        return this == TRADING_STATES || this == SETTINGS;
    }
}
