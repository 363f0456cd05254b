package io.opspipeline.local.bench;

import io.opspipeline.runtime.time.MachineTime;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;

/// When something was sent.
///
/// @param at by the machine's clock, as in flight recordings
/// @param watched by the watch that also notes the arrivals
record Sent(Instant at, Duration watched) {

    static Sent now(Stopwatch watch) {
        return new Sent(MachineTime.clock().instant(), watch.elapsed());
    }

    /// From here to an arrival, as long as the watch says.
    Span until(Duration arrived) {
        return Span.of(at, arrived.minus(watched));
    }
}
