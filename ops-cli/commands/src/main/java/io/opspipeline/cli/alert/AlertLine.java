package io.opspipeline.cli.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An alert and what became of it.
///
/// @param at market time, UTC
/// @param account empty when it is about all
/// @param deliveries by channel; empty while no runner has delivered from this database
record AlertLine(
        Instant at,
        String severity,
        Optional<String> account,
        String message,
        String eventId,
        List<Delivery> deliveries) {

    /// One channel.
    ///
    /// @param state WAITING, DELIVERED or GIVEN_UP
    /// @param failure of the last try that failed
    record Delivery(String channel, String state, int attempts, Optional<String> failure) {

        String text() {
            return switch (state) {
                case "DELIVERED" -> channel;
                case "GIVEN_UP" ->
                        "%s given up after %d tries: %s"
                                .formatted(channel, attempts, failure.orElse("-"));
                default ->
                        failure.map(why ->
                                        "%s waits after %d tries: %s"
                                                .formatted(channel, attempts, why))
                                .orElse(channel + " waits");
            };
        }
    }

    String delivered() {
        return deliveries.isEmpty()
                ? "nobody delivers"
                : deliveries.stream().map(Delivery::text).collect(Collectors.joining("; "));
    }
}
