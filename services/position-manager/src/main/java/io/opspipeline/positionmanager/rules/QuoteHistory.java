package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.market.QuoteReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the feed lately said about one position.
///
/// @param since when somebody began to look, UTC
/// @param readings oldest first
public record QuoteHistory(Instant since, List<QuoteReading> readings) {

    /// Copies the readings.
    public QuoteHistory {
        readings = List.copyOf(readings);
    }

    /// Nothing seen yet.
    public static QuoteHistory from(Instant since) {
        return new QuoteHistory(since, List.of());
    }

    /// This history with one more reading, without what is older than the memory. A reading that is
    /// not newer than the newest is the same one again.
    public QuoteHistory with(QuoteReading reading, Duration memory) {
        if (!readings.isEmpty() && !reading.seenAt().isAfter(readings.getLast().seenAt())) {
            return this;
        }
        Instant oldest = reading.seenAt().minus(memory);
        List<QuoteReading> kept = new ArrayList<>();
        readings.stream().filter(each -> !each.seenAt().isBefore(oldest)).forEach(kept::add);
        kept.add(reading);
        return new QuoteHistory(since, kept);
    }
}
