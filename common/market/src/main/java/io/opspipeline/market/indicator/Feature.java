package io.opspipeline.market.indicator;

/// The values of a feature row that can be absent; what they are is said at
/// [io.opspipeline.domain.signal.FeatureRow].
public enum Feature {
    SMA20,
    SMA50,
    VOLUME_RATIO,
    TREND_STATE,
    DISTANCE_SMA20,
    BREAKOUT,
    ALIGNMENT,
    RECENT_VOL,
    ATR14,
    RSI14,
    VWAP
}
