package io.opspipeline.watchlist.rules;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;
import java.util.Optional;

/// A scored ticker of the universe.
///
/// @param ticker the stock
/// @param parts the parts of its score
/// @param enteredAt since when it is on the list, UTC; empty when it is not
public record Candidate(Ticker ticker, ScoreParts parts, Optional<Instant> enteredAt) {}
