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
/// is not too wide and was sighted lately, and nothing else.
public final class MarkRule {

    private final QuoteLimits limits;

    /// @param limits the figures
    public MarkRule(QuoteLimits limits) {
        this.limits = limits;
    }

    /// The marks of a position.
    ///
    /// @param increment the price steps of the instrument
    /// @param open when the session opened, UTC: blindness counts from there at the earliest
    public MarkSeries read(
            HeldPosition held,
            QuoteHistory history,
            PriceIncrement increment,
            Instant open,
            Instant asOf) {
        List<Mark> marks = marks(held, history, increment, asOf);
        boolean isBlind = marks.isEmpty() && !hasFreshZeroBid(history, asOf);
        Optional<Instant> blindSince =
                Optional.of(lastSight(held, history, increment, open))
                        .filter(since -> isBlind && isLonger(since, asOf, limits.blind()));
        return new MarkSeries(marks, limits.sightings(), limits.span(), blindSince);
    }

    /// True when the spread is narrow enough, by the widest of the three allowances.
    public boolean isUsable(HeldPosition held, Quote quote, PriceIncrement increment) {
        BigDecimal byMid = quote.mid().perShare().multiply(limits.spreadShare());
        BigDecimal byTicks =
                increment.stepAt(quote.bid()).multiply(BigDecimal.valueOf(limits.ticks()));
        BigDecimal byEntry =
                held.entrySpread().orElse(BigDecimal.ZERO).multiply(limits.entrySpreads());
        return quote.hasBid() && quote.spread().compareTo(byMid.max(byTicks).max(byEntry)) <= 0;
    }

    private List<Mark> marks(
            HeldPosition held, QuoteHistory history, PriceIncrement increment, Instant asOf) {
        if (history.readings().isEmpty() || !isFresh(history.readings().getLast(), asOf)) {
            return List.of();
        }
        List<Mark> worthless = zeroBids(history);
        if (!worthless.isEmpty()) {
            Instant first = worthless.getFirst().seenAt();
            return isLonger(first, worthless.getLast().seenAt(), limits.zeroBid())
                    ? worthless
                    : List.of();
        }
        return newestUsable(history, held, increment)
                ? usable(held, history, increment)
                : List.of();
    }

    private boolean newestUsable(
            QuoteHistory history, HeldPosition held, PriceIncrement increment) {
        return quoteOf(history.readings().getLast())
                .filter(quote -> isUsable(held, quote, increment))
                .isPresent();
    }

    private List<Mark> usable(HeldPosition held, QuoteHistory history, PriceIncrement increment) {
        List<Mark> marks = new ArrayList<>();
        for (QuoteReading reading : history.readings()) {
            quoteOf(reading)
                    .filter(quote -> isUsable(held, quote, increment))
                    .ifPresent(quote -> marks.add(mark(quote, reading)));
        }
        return marks;
    }

    /// The unbroken run of bids of zero at the end of the history, as marks of zero.
    private static List<Mark> zeroBids(QuoteHistory history) {
        List<Mark> run = new ArrayList<>();
        for (QuoteReading reading : history.readings().reversed()) {
            if (quoteOf(reading).filter(quote -> !quote.hasBid()).isEmpty()) {
                break;
            }
            run.addFirst(new Mark(Price.ZERO, Price.ZERO, reading.seenAt()));
        }
        return run;
    }

    private boolean hasFreshZeroBid(QuoteHistory history, Instant asOf) {
        return !zeroBids(history).isEmpty() && isFresh(history.readings().getLast(), asOf);
    }

    private Instant lastSight(
            HeldPosition held, QuoteHistory history, PriceIncrement increment, Instant open) {
        Instant seen =
                usable(held, history, increment).stream()
                        .map(Mark::seenAt)
                        .reduce((_, later) -> later)
                        .orElse(history.since());
        return seen.isAfter(open) ? seen : open;
    }

    private boolean isFresh(QuoteReading reading, Instant asOf) {
        return Duration.between(reading.seenAt(), asOf).compareTo(limits.oldest()) <= 0;
    }

    private static boolean isLonger(Instant from, Instant to, Duration limit) {
        return Duration.between(from, to).compareTo(limit) >= 0;
    }

    private static Mark mark(Quote quote, QuoteReading reading) {
        return new Mark(quote.bid(), quote.mid(), reading.seenAt());
    }

    private static Optional<Quote> quoteOf(QuoteReading reading) {
        return switch (reading) {
            case QuoteReading.Seen(Sighting sighting) -> Optional.of(sighting.quote());
            case QuoteReading.Unusable _ -> Optional.empty();
        };
    }
}
