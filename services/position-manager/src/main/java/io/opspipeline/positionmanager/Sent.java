package io.opspipeline.positionmanager;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.order.Order;

/// What became of an order that was sent.
sealed interface Sent {

    /// The broker has it.
    record AtWork(Order order) implements Sent {}

    /// The broker refused it.
    ///
    /// @param denial why
    record Refused(Denial denial) implements Sent {}

    /// It is over: filled, ended at the broker, or never found there.
    record Ended(Order order) implements Sent {}

    /// What a stored order says.
    static Sent of(Order order) {
        return order.state().isWorking() ? new AtWork(order) : new Ended(order);
    }
}
