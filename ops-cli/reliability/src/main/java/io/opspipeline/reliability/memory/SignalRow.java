package io.opspipeline.reliability.memory;

import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.signal.StoredSignal;
import java.time.Instant;
import java.util.Optional;

/// A stored signal.
///
/// @param stored the signal with its id
/// @param createdAt when it was stored, UTC
/// @param superseded true once a newer signal of its ticker is there
record SignalRow(StoredSignal stored, Instant createdAt, boolean superseded) {

    /// How a row that waits for it ends at an instant; empty while it may be acted on.
    Optional<DispatchStatus> endAt(Instant asOf) {
        if (superseded) {
            return Optional.of(DispatchStatus.SUPERSEDED);
        }
        return stored.signal().expiresAt().isAfter(asOf)
                ? Optional.empty()
                : Optional.of(DispatchStatus.EXPIRED);
    }

    SignalRow old() {
        return new SignalRow(stored, createdAt, true);
    }
}
