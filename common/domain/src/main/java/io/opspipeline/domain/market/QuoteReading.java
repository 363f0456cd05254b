package io.opspipeline.domain.market;

import java.time.Instant;

/// What the feed said about an instrument: a quote, or why there is none.
public sealed interface QuoteReading {

    /// A quote that can exist.
    ///
    /// @param sighting the quote and when it was seen
    record Seen(Sighting sighting) implements QuoteReading {
        @Override
        public Instant seenAt() {
            return sighting.seenAt();
        }
    }

    /// No usable quote.
    ///
    /// @param fault why
    /// @param seenAt when the feed said so, UTC
    record Unusable(QuoteFault fault, Instant seenAt) implements QuoteReading {}

    /// When the feed was asked or spoke, UTC.
    Instant seenAt();
}
