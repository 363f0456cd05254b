package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Instant;

/// A name on the watchlist with the parts of its score.
///
/// @param ticker the stock
/// @param rank 1 is first; dense and unique
/// @param score 0 to 100
/// @param setup 0 to 1
/// @param volume 0 to 1
/// @param sentiment 0 to 1
/// @param performance 0 to 1
/// @param enteredAt since when it has been on the list, UTC
/// @param scoredAt when the score was made, UTC
public record WatchlistRow(
        Ticker ticker,
        int rank,
        double score,
        double setup,
        double volume,
        double sentiment,
        double performance,
        Instant enteredAt,
        Instant scoredAt) {}
