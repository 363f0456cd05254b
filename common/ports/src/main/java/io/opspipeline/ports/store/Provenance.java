package io.opspipeline.ports.store;

/// What stands on every row that a process writes about trading: which build, against whom.
///
/// @param buildId the build that runs; never blank
/// @param mode against whom it trades
public record Provenance(String buildId, Mode mode) {

    /// Refuses a blank build.
    public Provenance {
        if (buildId.isBlank()) {
            throw new IllegalArgumentException("build id must not be blank");
        }
    }

    /// Against whom the system trades, as the runtime's run mode.
    public enum Mode {
        /// The simulated exchange.
        SIMULATED,
        /// The broker's paper accounts.
        PAPER,
        /// Real money.
        LIVE
    }
}
