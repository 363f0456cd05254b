package io.opspipeline.domain.dispatch;

import java.util.EnumSet;
import java.util.Set;

/// Where one (signal, account) stands (trading rules, section 8).
public enum DispatchStatus {
    /// Waiting for the account's dispatcher.
    PENDING,
    /// A dispatcher works on it.
    CLAIMED,
    /// Too old before it was claimed.
    EXPIRED,
    /// A newer signal of the ticker took its place.
    SUPERSEDED,
    /// A gate or the choice of a contract said no.
    SKIPPED,
    /// An order is committed and not yet answered.
    INTENT,
    /// The broker has the order.
    SUBMITTED,
    /// Nobody knows yet whether the broker has the order.
    IN_DOUBT,
    /// The broker refused the order.
    REJECTED,
    /// All contracts were filled.
    FILLED,
    /// Ended with some, not all, contracts filled.
    PARTIAL,
    /// Ended with nothing filled.
    UNFILLED;

    /// The statuses this one may turn into; empty for a terminal one.
    public Set<DispatchStatus> successors() {
        return switch (this) {
            case PENDING -> EnumSet.of(CLAIMED, EXPIRED, SUPERSEDED);
            case CLAIMED -> EnumSet.of(PENDING, SKIPPED, INTENT);
            case INTENT -> EnumSet.of(SUBMITTED, REJECTED, IN_DOUBT, UNFILLED);
            case IN_DOUBT -> EnumSet.of(SUBMITTED, PARTIAL, FILLED, UNFILLED, REJECTED);
            case SUBMITTED -> EnumSet.of(IN_DOUBT, FILLED, PARTIAL, UNFILLED, REJECTED);
            case EXPIRED, SUPERSEDED, SKIPPED, REJECTED, FILLED, PARTIAL, UNFILLED ->
                    EnumSet.noneOf(DispatchStatus.class);
        };
    }

    /// True when it may turn into the other.
    public boolean mayBecome(DispatchStatus next) {
        return successors().contains(next);
    }

    /// True when nothing follows.
    public boolean isTerminal() {
        return successors().isEmpty();
    }

    /// True while an order of it may still be filled, or already counts as an entry in progress.
    public boolean isPendingEntry() {
        return this == INTENT || this == SUBMITTED || this == IN_DOUBT;
    }
}
