package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the feed lately said about one position, as far as a rule can still need it: [MarkRule]
/// adds to it and reads it. However many quotes come, it stays short.
///
/// @param since when somebody began to look, UTC
/// @param newest what the feed said last
/// @param usable marks of the quotes that could be believed, oldest first
/// @param lastUsable when the last of them was sighted, UTC; remembered longer than they are
/// @param worthless the unbroken run of bids of zero up to the newest reading, oldest first
/// @param worthlessSince when that run began, UTC
public record QuoteHistory(
        Instant since,
        Optional<QuoteReading> newest,
        List<Mark> usable,
        Optional<Instant> lastUsable,
        List<Mark> worthless,
        Optional<Instant> worthlessSince) {

    /// Copies the marks.
    public QuoteHistory {
        usable = List.copyOf(usable);
        worthless = List.copyOf(worthless);
    }

    /// Nothing seen yet.
    public static QuoteHistory from(Instant since) {
        return new QuoteHistory(
                since, Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /// When the feed last said anything, UTC.
    public Optional<Instant> lastSeen() {
        return newest.map(QuoteReading::seenAt);
    }

    /// The newest quote, however wide; empty when the newest reading is none.
    public Optional<Quote> newestQuote() {
        return newest.flatMap(QuoteHistory::quoteOf);
    }

    private static Optional<Quote> quoteOf(QuoteReading reading) {
        return switch (reading) {
            case QuoteReading.Seen(Sighting sighting) -> Optional.of(sighting.quote());
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }
}
