package io.opspipeline.local.bench;

/// From the exchange's send of the quote that confirms a stop to the arrival of the order that
/// closes the position.
///
/// @param latency over all exits that were measured
/// @param missing positions that were not closed within a second
/// @param shares of the same time; on the path is position-manager
/// @param positions held at once
/// @param quotesPerSecond told meanwhile
public record ExitResult(
        Percentiles latency, int missing, Shares shares, int positions, double quotesPerSecond) {}
