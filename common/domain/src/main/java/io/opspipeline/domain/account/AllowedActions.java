package io.opspipeline.domain.account;

/// Which signals an account may turn into orders; shorting never.
public enum AllowedActions {
    /// Long calls and long puts.
    OPTIONS_ONLY,
    /// Also long stock.
    HYBRID
}
