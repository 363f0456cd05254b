package io.opspipeline.local.bench;

/// From the exchange's send of a burst of bars to the arrival of the order that it causes.
///
/// @param latency over all bursts that caused an order
/// @param missing bursts that caused none
/// @param shares of the same time; on the path are telemetry, features, signals and dispatcher
public record BurstResult(Percentiles latency, int missing, Shares shares) {}
