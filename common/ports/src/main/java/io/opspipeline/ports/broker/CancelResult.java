package io.opspipeline.ports.broker;

import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import java.util.Optional;

/// What became of a request to cancel.
public sealed interface CancelResult {

    /// Why the broker does not try; empty when it does.
    Optional<Denial> denial();

    /// The broker will try; the order may still fill.
    record Accepted() implements CancelResult {

        @Override
        public Optional<Denial> denial() {
            return Optional.empty();
        }
    }

    /// The order cannot be cancelled any more: it has ended.
    ///
    /// @param message the broker's words
    record AlreadyEnded(String message) implements CancelResult {

        @Override
        public Optional<Denial> denial() {
            return Optional.of(DenialCode.ORDER_ENDED.says(message));
        }
    }

    /// The broker does not know the order.
    record Unknown() implements CancelResult {

        @Override
        public Optional<Denial> denial() {
            return Optional.of(DenialCode.ORDER_UNKNOWN.says("the broker does not know the order"));
        }
    }

    /// Refused for another reason, not sent, or nobody knows: time-out, 5xx, unreadable answer, too
    /// many requests. The order may work on; asking again does no harm.
    ///
    /// @param why what happened
    record InDoubt(Denial why) implements CancelResult {

        @Override
        public Optional<Denial> denial() {
            return Optional.of(why);
        }
    }
}
