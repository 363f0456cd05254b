package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.money.Price;
import java.time.Instant;

/// What a long position could be sold at.
///
/// @param bid the executable side
/// @param mid half-way between bid and ask
/// @param seenAt when the quote was sighted, UTC
public record Mark(Price bid, Price mid, Instant seenAt) {}
