package io.opspipeline.local.bench;

import java.time.Duration;

/// From the exchange's send of a burst of bars to the arrival of the order that it causes.
///
/// @param latency over all bursts that caused an order
/// @param missing bursts that caused none
/// @param databasePerBurst time that PostgreSQL was at work for all services, for each burst
public record BurstResult(Percentiles latency, int missing, Duration databasePerBurst) {}
