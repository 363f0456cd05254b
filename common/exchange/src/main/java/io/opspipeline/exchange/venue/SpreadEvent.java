package io.opspipeline.exchange.venue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Something that happened to a spread: one event for all legs.
///
/// @param sequence 1, 2, 3, ... within the account, in one count with the events of orders
/// @param kind what happened
/// @param order the spread after it
/// @param units units filled by this event; 0 unless it is a fill
/// @param net net price of these units, positive when the account pays
/// @param fills the executions of the legs, in the order of the legs; none unless it is a fill
/// @param at the venue's time, UTC
public record SpreadEvent(
        long sequence,
        EventKind kind,
        SpreadView order,
        int units,
        BigDecimal net,
        List<VenueFill> fills,
        Instant at)
        implements VenueEvent {

    /// Keeps its own copy.
    public SpreadEvent {
        fills = List.copyOf(fills);
    }
}
