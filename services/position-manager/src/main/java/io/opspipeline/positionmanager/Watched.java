package io.opspipeline.positionmanager;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.domain.position.PositionMarks;
import io.opspipeline.positionmanager.rules.Mark;
import io.opspipeline.positionmanager.rules.MarkRule;
import io.opspipeline.positionmanager.rules.MarkSeries;
import io.opspipeline.positionmanager.rules.QuoteHistory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A held position and what was seen of it.
///
/// @param held as it was last read, with the peak and the trough of what was seen since
/// @param history of its quotes
/// @param lastMark the newest mark that was ever believed
record Watched(HeldPosition held, QuoteHistory history, Optional<Mark> lastMark) {

    /// Nothing was seen of it yet.
    static Watched of(HeldPosition held, Instant since) {
        return new Watched(held, QuoteHistory.from(since), Optional.empty());
    }

    Instrument instrument() {
        return held.position().instrument();
    }

    String symbol() {
        return instrument().symbol();
    }

    boolean wasSeenSince(Instant oldest) {
        return history.lastSeen().filter(seen -> !seen.isBefore(oldest)).isPresent();
    }

    /// The row as it is stored now.
    Watched as(HeldPosition row) {
        Optional<Price> peak = row.peak().map(high -> held.peak().map(high::max).orElse(high));
        Optional<Price> trough = row.trough().map(low -> held.trough().map(low::min).orElse(low));
        return new Watched(
                row.marked(peak.or(held::peak), trough.or(held::trough)), history, lastMark);
    }

    /// After what the feed said, if that speaks of it.
    Watched seeing(
            Map<String, QuoteReading> readings, MarkRule rule, MarketView market, Session session) {
        QuoteReading reading = readings.get(symbol());
        if (reading == null) {
            return this;
        }
        QuoteHistory after =
                rule.remember(
                        held,
                        history,
                        reading,
                        market.knownIncrement(instrument()),
                        session.open());
        return new Watched(held, after, lastMark)
                .marked(rule.read(after, session.open(), reading.seenAt()));
    }

    /// What is stored about it; empty before a high was confirmed.
    Optional<PositionMarks> marks() {
        return lastMark.flatMap(mark ->
                held.peak()
                        .flatMap(peak -> held.trough().map(trough -> marks(mark, peak, trough))));
    }

    private PositionMarks marks(Mark mark, Price peak, Price trough) {
        return new PositionMarks(held.id(), mark.bid(), mark.mid(), peak, trough, mark.seenAt());
    }

    /// A peak needs its sightings too, and the trough comes with it.
    private Watched marked(MarkSeries series) {
        Optional<Mark> newest = series.newest();
        Optional<Price> high = series.confirmedHigh();
        if (newest.isEmpty() || high.isEmpty()) {
            return new Watched(held, history, newest.or(() -> lastMark));
        }
        Price peak = held.peak().map(high.get()::max).orElse(high.get());
        Price bid = newest.get().bid();
        Price trough = held.trough().map(bid::min).orElse(bid);
        return new Watched(held.marked(Optional.of(peak), Optional.of(trough)), history, newest);
    }
}
