package io.opspipeline.domain.order;

/// The exit rules in the order of their precedence (trading rules, section 9).
public enum ExitReason {
    KILL_SWITCH(true),
    DAILY_LOSS(true),
    EXPIRY(true),
    END_OF_DAY(true),
    STOP_LOSS(true),
    UNDERLYING_STOP(true),
    TAKE_PROFIT(false),
    UNDERLYING_TARGET(false),
    TRAILING_STOP(false),
    PARTIAL(false),
    MAX_HOLD(false);

    private final boolean urgent;

    ExitReason(boolean urgent) {
        this.urgent = urgent;
    }

    /// True when its orders start at the bid and may end as a market order.
    public boolean isUrgent() {
        return urgent;
    }

    /// True when it goes before the other.
    public boolean precedes(ExitReason other) {
        return compareTo(other) < 0;
    }
}
