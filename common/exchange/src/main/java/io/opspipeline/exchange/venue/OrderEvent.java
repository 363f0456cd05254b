package io.opspipeline.exchange.venue;

import java.time.Instant;
import java.util.Optional;

/// Something that happened to an order in one instrument.
///
/// @param sequence 1, 2, 3, ... within the account
/// @param kind what happened
/// @param order the order after it
/// @param fill the execution, for [EventKind#FILL] and [EventKind#PARTIAL_FILL] only
/// @param at the venue's time, UTC
public record OrderEvent(
        long sequence, EventKind kind, OrderView order, Optional<VenueFill> fill, Instant at)
        implements VenueEvent {}
