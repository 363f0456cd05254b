package io.opspipeline.domain.gate;

/// Why a signal was not turned into an order: the first failing gate in table order, or the failed
/// choice of a contract. Stored as the disposition of a skipped dispatch.
public enum SkipCode {
    ENTRY_WINDOW,
    TRADING_STATE,
    STREAM_READY,
    SIGNAL_FRESH,
    CONFIDENCE,
    ACTION_ALLOWED,
    DAILY_LOSS,
    MAX_POSITIONS,
    TICKER_COOLDOWN,
    TICKER_DAILY,
    ACCOUNT_DAILY,
    PACE,
    DUPLICATE_POSITION,
    CLUSTER,
    ACCOUNT_STATUS,
    EXIT_ROOM,
    COST,
    MAX_EXPOSURE,
    RISK_BUDGET,
    BUYING_POWER,
    NO_EXPIRY,
    NO_CONTRACT,
    SIZE_ZERO;

    /// The code of a failed gate.
    public static SkipCode of(GateCode gate) {
        return valueOf(gate.name());
    }
}
