package io.opspipeline.domain.account;

/// How an account trades (trading rules, section 8).
public enum Strategy {
    /// Contracts of 7 to 30 days to expiry, held over days.
    SWING,
    /// Contracts of 0 or 1 day to expiry, flat before the close.
    DAY
}
