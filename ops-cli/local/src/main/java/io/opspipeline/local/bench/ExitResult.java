package io.opspipeline.local.bench;

/// From the exchange's send of the quote that confirms a stop to the arrival of the order that
/// closes the position.
///
/// @param latency over all exits that were measured
/// @param missing positions that were not closed within a second
/// @param positions held at once
/// @param quotesPerSecond told meanwhile
public record ExitResult(Percentiles latency, int missing, int positions, double quotesPerSecond) {}
