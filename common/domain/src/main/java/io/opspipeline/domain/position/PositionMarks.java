package io.opspipeline.domain.position;

import io.opspipeline.domain.money.Price;
import java.time.Instant;

/// The marks of a position.
///
/// @param positionId the row in `active_positions`
/// @param mark the executable side: the bid of a long
/// @param mid half-way between bid and ask
/// @param peak the highest mark so far
/// @param trough the lowest mark so far
/// @param at when the quote was seen, UTC
public record PositionMarks(
        long positionId, Price mark, Price mid, Price peak, Price trough, Instant at) {}
