package io.opspipeline.ports.broker;

import io.opspipeline.domain.order.SpreadUpdate;

/// What became of a submitted spread.
public sealed interface SpreadResult permits SpreadResult.Accepted, SubmitResult.NotAccepted {

    /// The broker has it.
    ///
    /// @param update the spread as the answer shows it
    record Accepted(SpreadUpdate update) implements SpreadResult {}
}
