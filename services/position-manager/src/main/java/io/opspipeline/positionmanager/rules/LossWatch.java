package io.opspipeline.positionmanager.rules;

import java.time.Instant;
import java.util.Optional;

/// Since when the day's profit and loss has been at or below its limit.
///
/// @param since first reading of the unbroken run, UTC
/// @param last newest reading of the run, UTC
public record LossWatch(Optional<Instant> since, Optional<Instant> last) {

    /// No loss seen.
    public static final LossWatch CALM = new LossWatch(Optional.empty(), Optional.empty());
}
