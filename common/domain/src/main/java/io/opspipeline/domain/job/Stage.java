package io.opspipeline.domain.job;

/// The order in which things of the same virtual instant happen.
public enum Stage {
    /// The market moves and the exchange matches.
    MARKET,
    /// Stream frames are delivered.
    STREAM,
    TELEMETRY,
    FEATURES,
    SIGNALS,
    WATCHLIST,
    TRADE_STREAM,
    /// Exits, before any entry of the same instant.
    POSITION_MANAGER,
    DISPATCHER,
    /// Snapshots and statistics, after everything that moves money.
    RECORD,
    REPORT
}
