package io.opspipeline.reliability.scenario;

import java.time.Duration;
import java.util.List;

/// How a scenario ended.
///
/// @param scenario which
/// @param blotter as it was read
/// @param faults everything that is not as it must be, one line each; empty when it passed
/// @param took real time
public record Ending(Scenario scenario, String blotter, List<String> faults, Duration took) {

    /// True when it ended as it must.
    public boolean passed() {
        return faults.isEmpty();
    }
}
