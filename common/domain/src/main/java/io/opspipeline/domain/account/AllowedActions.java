package io.opspipeline.domain.account;

import java.util.Locale;

/// Which signals an account may turn into orders; shorting never.
public enum AllowedActions {
    /// Long calls and long puts.
    OPTIONS_ONLY,
    /// Also long stock.
    HYBRID;

    /// The name that people and settings use: `options-only` or `hybrid`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
