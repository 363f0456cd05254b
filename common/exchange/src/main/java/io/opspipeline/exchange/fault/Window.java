package io.opspipeline.exchange.fault;

import java.time.Instant;

/// When a fault is on.
///
/// @param from first instant, UTC
/// @param until first instant after it, UTC
record Window(Instant from, Instant until) {

    /// Seconds after the start of a run.
    static Window of(Instant start, int from, int until) {
        return new Window(start.plusSeconds(from), start.plusSeconds(until));
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
