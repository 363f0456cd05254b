package io.opspipeline.domain.gate;

/// The gates between a signal and an order, in the order that decides the disposition (trading
/// rules, section 8). Account gates come first; plan gates need a chosen contract.
public enum GateCode {
    ENTRY_WINDOW(Phase.ACCOUNT),
    TRADING_STATE(Phase.ACCOUNT),
    STREAM_READY(Phase.ACCOUNT),
    SIGNAL_FRESH(Phase.ACCOUNT),
    CONFIDENCE(Phase.ACCOUNT),
    ACTION_ALLOWED(Phase.ACCOUNT),
    DAILY_LOSS(Phase.ACCOUNT),
    MAX_POSITIONS(Phase.ACCOUNT),
    TICKER_COOLDOWN(Phase.ACCOUNT),
    TICKER_DAILY(Phase.ACCOUNT),
    ACCOUNT_DAILY(Phase.ACCOUNT),
    PACE(Phase.ACCOUNT),
    DUPLICATE_POSITION(Phase.ACCOUNT),
    CLUSTER(Phase.ACCOUNT),
    ACCOUNT_STATUS(Phase.ACCOUNT),
    EXIT_ROOM(Phase.PLAN),
    COST(Phase.PLAN),
    MAX_EXPOSURE(Phase.PLAN),
    RISK_BUDGET(Phase.PLAN),
    BUYING_POWER(Phase.PLAN);

    /// When a gate can be evaluated.
    public enum Phase {
        /// From the signal and the account alone.
        ACCOUNT,
        /// From a chosen and sized contract.
        PLAN
    }

    private final Phase phase;

    GateCode(Phase phase) {
        this.phase = phase;
    }

    /// When this gate can be evaluated.
    public Phase phase() {
        return phase;
    }
}
