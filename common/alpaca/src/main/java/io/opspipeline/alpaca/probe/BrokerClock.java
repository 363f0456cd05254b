package io.opspipeline.alpaca.probe;

import java.time.Instant;

/// The broker's clock.
///
/// @param at its time, UTC
/// @param open true while the market is open
public record BrokerClock(Instant at, boolean open) {}
