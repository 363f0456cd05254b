package io.opspipeline.reliability.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/// What one seed came to.
///
/// @param seed which
/// @param steps entries of the virtual queue that were run
/// @param orders orders that the exchange took
/// @param orderEvents what happened to them at the exchange
/// @param faults how often each kind of fault was met
/// @param crashes how often a process died, by where
/// @param broken what did not hold, one line each; empty when all did
/// @param journal SHA-256 of all that happened, 64 hexadecimal digits
/// @param took real time
public record SimulationResult(
        long seed,
        long steps,
        int orders,
        int orderEvents,
        SortedMap<String, Long> faults,
        SortedMap<String, Long> crashes,
        List<String> broken,
        String journal,
        Duration took) {}
