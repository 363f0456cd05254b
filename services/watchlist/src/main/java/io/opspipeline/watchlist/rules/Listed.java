package io.opspipeline.watchlist.rules;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;

/// A place on the list.
///
/// @param ticker the stock
/// @param rank 1 is first
/// @param score 0 to 100
/// @param parts the parts of the score
/// @param enteredAt since when it is on the list, UTC
public record Listed(Ticker ticker, int rank, double score, ScoreParts parts, Instant enteredAt) {}
