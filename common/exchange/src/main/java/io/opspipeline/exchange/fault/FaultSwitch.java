package io.opspipeline.exchange.fault;

import io.opspipeline.exchange.venue.Faults;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/// One fault of a scenario.
///
/// @param name what goes wrong, in a few words
/// @param maker makes the fault for one run, which may count what it has seen, of the first instant
///   of the run, UTC
public record FaultSwitch(String name, Function<Instant, Faults> maker) {

    /// One that does not depend on when the run began.
    ///
    /// @param name what goes wrong, in a few words
    /// @param maker makes the fault for one run
    public static FaultSwitch of(String name, Supplier<Faults> maker) {
        return new FaultSwitch(name, _ -> maker.get());
    }

    /// The fault for one run.
    ///
    /// @param start the first instant of the run, UTC
    Faults fresh(Instant start) {
        return maker.apply(start);
    }
}
