package io.opspipeline.domain.market;

import java.time.Duration;
import java.time.Instant;

/// A quote as it was seen: a stream message, or a snapshot that repeats it.
///
/// @param quote the quote
/// @param quotedAt when the market made it, UTC
/// @param seenAt when we saw it, UTC; age rules use this
public record Sighting(Quote quote, Instant quotedAt, Instant seenAt) {

    /// Time since it was seen.
    public Duration age(Instant asOf) {
        return Duration.between(seenAt, asOf);
    }
}
