package io.opspipeline.exchange.fault;

import io.opspipeline.exchange.venue.Faults;
import java.time.Instant;

/// One fault of a scenario.
@FunctionalInterface
public interface FaultSwitch {

    /// The fault for one run, which may count what it has seen.
    ///
    /// @param start the first instant of the run, UTC
    Faults fresh(Instant start);
}
