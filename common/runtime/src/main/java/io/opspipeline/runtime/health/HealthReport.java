package io.opspipeline.runtime.health;

import java.time.Instant;
import java.util.Map;

/// Every reading of one service at one instant.
///
/// @param service the service
/// @param build the build that runs
/// @param asOf when it was read, UTC
/// @param readings by name of the signal
public record HealthReport(
        String service, String build, Instant asOf, Map<String, HealthReading> readings) {

    /// True when no signal is unhealthy, and there is at least one.
    public boolean isHealthy() {
        return !readings.isEmpty() && readings.values().stream().allMatch(HealthReading::isGood);
    }
}
