package io.opspipeline.local.bench;

/// From the moment an operator's command begins to commit to what the services did about it.
///
/// @param cancelled a halt, to the arrival of the cancel of an entry that was at work
/// @param flattened to the arrival of the closing order of the last position
/// @param halted to the end of the dispatcher's run, which cancels entries that work
/// @param resumed to the end of the dispatcher's run, which takes signals again
/// @param positions that all flattens together had to close
/// @param missing positions whose order did not arrive in time
public record ControlResult(
        Percentiles cancelled,
        Percentiles flattened,
        Percentiles halted,
        Percentiles resumed,
        int positions,
        int missing) {}
