package io.opspipeline.domain.order;

import java.util.Optional;

/// What an update did to an order.
///
/// @param before the order as it was
/// @param after the order as it is
/// @param fill what was newly filled; empty when nothing was
public record OrderChange(Order before, Order after, Optional<Fill> fill) {

    /// True when the update told nothing new.
    public boolean isNothing() {
        return before.equals(after);
    }

    /// True when the order ended by this update.
    public boolean ended() {
        return before.state().isWorking() && !after.state().isWorking();
    }
}
