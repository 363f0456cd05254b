package io.opspipeline.ports.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A service's last sign of life.
///
/// @param beatAt when, UTC
/// @param connectedAt last connect of its stream, UTC
/// @param reconciledAt when the last comparison of the books began, UTC
/// @param detail one line for people
public record Heartbeat(
        Instant beatAt,
        Optional<Instant> connectedAt,
        Optional<Instant> reconciledAt,
        String detail) {

    /// Time since the last sign.
    public Duration age(Instant asOf) {
        return Duration.between(beatAt, asOf);
    }

    /// True when the books were compared since the stream last connected.
    public boolean isReconciled() {
        return connectedAt.isPresent()
                && reconciledAt.isPresent()
                && !reconciledAt.get().isBefore(connectedAt.get());
    }
}
