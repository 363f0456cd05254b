package io.opspipeline.domain.account;

/// What an account may do now (trading rules, section 8, gate TRADING_STATE).
public enum TradingState {
    /// Entries and exits.
    ACTIVE,
    /// Exits only.
    REDUCING,
    /// Exits only, and working entries are cancelled.
    HALTED;

    /// True when a new entry may be sent.
    public boolean allowsEntries() {
        return this == ACTIVE;
    }
}
