package io.opspipeline.positionmanager.rules;

import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.domain.market.Sighting;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.HeldPosition;
import io.opspipeline.market.option.PriceIncrement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says which quotes may be believed (trading rules, section 9): a mark is the bid of a quote that
/// is not too wide, was sighted lately, and was made in this session and not too long ago, and
/// nothing else. A feed that stalls repeats its last quotes for as long as it is asked.
public final class MarkRule {

    private final QuoteLimits limits;

    /// @param limits the figures
    public MarkRule(QuoteLimits limits) {
        this.limits = limits;
    }

    /// The history after one more reading. A reading that is not newer than the newest is the same
    /// one again.
    ///
    /// @param increment the price steps of the instrument
    /// @param open when the session opened, UTC: a quote made before it is of another day
    public QuoteHistory remember(
            HeldPosition held,
            QuoteHistory history,
            QuoteReading reading,
            PriceIncrement increment,
            Instant open) {
        if (history.lastSeen().filter(last -> !reading.seenAt().isAfter(last)).isPresent()) {
            return history;
        }
        Optional<Quote> quote = current(reading, open);
        if (quote.filter(now -> !now.hasBid()).isPresent()) {
            return worthless(history, reading, quote.get());
        }
        return quote.filter(now -> isUsable(held, now, increment))
                .map(now -> usable(history, reading, now))
                .orElseGet(() -> unusable(history, reading));
    }

    /// The marks of a position.
    ///
    /// @param open when the session opened, UTC: blindness counts from there at the earliest
    public MarkSeries read(QuoteHistory history, Instant open, Instant asOf) {
        boolean isFresh = history.newest().filter(newest -> isFresh(newest, asOf)).isPresent();
        List<Mark> marks = isFresh ? marks(history) : List.of();
        boolean seesZero = isFresh && !history.worthless().isEmpty();
        Instant seen = history.lastUsable().orElse(history.since());
        Optional<Instant> blindSince =
                Optional.of(seen.isAfter(open) ? seen : open)
                        .filter(since -> marks.isEmpty() && !seesZero)
                        .filter(since -> isLonger(since, asOf, limits.blind()));
        return new MarkSeries(marks, limits.sightings(), limits.span(), blindSince);
    }

    /// True once there has been no bid for so long that zero is the price.
    public boolean isWorthless(QuoteHistory history, Instant asOf) {
        return history.worthlessSince()
                .filter(since -> isLonger(since, asOf, limits.zeroBid()))
                .isPresent();
    }

    /// How old a sighting may get before the feed is asked for another.
    public Duration snapshotAfter() {
        return limits.snapshotAfter();
    }

    private List<Mark> marks(QuoteHistory history) {
        if (!history.worthless().isEmpty()) {
            Instant first = history.worthlessSince().orElseThrow();
            Instant last = history.worthless().getLast().seenAt();
            return isLonger(first, last, limits.zeroBid()) ? history.worthless() : List.of();
        }
        return history.lastUsable().equals(history.lastSeen()) ? history.usable() : List.of();
    }

    /// The quote, unless the market made it before the session or too long ago. Who bids nothing
    /// has nothing to renew: without a bid the session is enough.
    private Optional<Quote> current(QuoteReading reading, Instant open) {
        return switch (reading) {
            case QuoteReading.Seen(Sighting sighting) ->
                    Optional.of(sighting)
                            .filter(now -> !now.quotedAt().isBefore(open))
                            .filter(now -> !now.quote().hasBid() || isRecent(now))
                            .map(Sighting::quote);
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }

    private boolean isRecent(Sighting sighting) {
        return Duration.between(sighting.quotedAt(), sighting.seenAt())
                        .compareTo(limits.oldestQuote())
                <= 0;
    }

    /// True when the spread is narrow enough, by the widest of the three allowances.
    private boolean isUsable(HeldPosition held, Quote quote, PriceIncrement increment) {
        BigDecimal byMid = quote.mid().perShare().multiply(limits.spreadShare());
        BigDecimal byTicks =
                increment.stepAt(quote.bid()).multiply(BigDecimal.valueOf(limits.ticks()));
        BigDecimal byEntry =
                held.entrySpread().orElse(BigDecimal.ZERO).multiply(limits.entrySpreads());
        return quote.spread().compareTo(byMid.max(byTicks).max(byEntry)) <= 0;
    }

    private QuoteHistory usable(QuoteHistory before, QuoteReading reading, Quote quote) {
        Mark mark = new Mark(quote.bid(), quote.mid(), reading.seenAt());
        return new QuoteHistory(
                before.since(),
                Optional.of(reading),
                needed(before.usable(), mark),
                Optional.of(reading.seenAt()),
                List.of(),
                Optional.empty());
    }

    /// Nothing is got for it now; its mid is what it was worth to both sides all the same.
    private QuoteHistory worthless(QuoteHistory before, QuoteReading reading, Quote quote) {
        Mark mark = new Mark(Price.ZERO, quote.mid(), reading.seenAt());
        return new QuoteHistory(
                before.since(),
                Optional.of(reading),
                before.usable(),
                before.lastUsable(),
                needed(before.worthless(), mark),
                before.worthlessSince().or(() -> Optional.of(reading.seenAt())));
    }

    private static QuoteHistory unusable(QuoteHistory before, QuoteReading reading) {
        return new QuoteHistory(
                before.since(),
                Optional.of(reading),
                before.usable(),
                before.lastUsable(),
                List.of(),
                Optional.empty());
    }

    /// The marks that a condition can still need once there is one more: back to the first that
    /// makes enough of them, far enough apart. No later condition reaches further back.
    private List<Mark> needed(List<Mark> before, Mark newest) {
        List<Mark> newestFirst = new ArrayList<>();
        newestFirst.add(newest);
        for (Mark mark : before.reversed()) {
            Mark oldest = newestFirst.getLast();
            boolean isEnough =
                    newestFirst.size() >= limits.sightings()
                            && isLonger(oldest.seenAt(), newest.seenAt(), limits.span());
            if (isEnough || isLonger(mark.seenAt(), newest.seenAt(), limits.memory())) {
                break;
            }
            newestFirst.add(mark);
        }
        return newestFirst.reversed();
    }

    private boolean isFresh(QuoteReading reading, Instant asOf) {
        return Duration.between(reading.seenAt(), asOf).compareTo(limits.oldest()) <= 0;
    }

    private static boolean isLonger(Instant from, Instant to, Duration limit) {
        return Duration.between(from, to).compareTo(limit) >= 0;
    }
}
