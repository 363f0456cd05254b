package io.opspipeline.signals.rules;

/// What signals may buy.
public enum SignalMode {
    /// Calls and puts.
    OPTIONS_ONLY,
    /// Calls and puts, and shares where a bullish evaluation is believed less.
    HYBRID
}
