package io.opspipeline.features;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.market.indicator.AbsenceReason;
import io.opspipeline.market.indicator.Feature;
import io.opspipeline.market.indicator.FeatureCalculator;
import io.opspipeline.ports.market.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far the features of one ticker are computed, and from which bars.
final class TickerFeatures {

    /// From this many bars on every feature can be there; with fewer a ticker is warming up.
    static final int WARM = 50;

    private final Ticker ticker;
    private final FeatureCalculator calculator;
    private final List<Split> splits;
    private final Instant keepFrom;
    private final TreeMap<Instant, Bar> kept = new TreeMap<>();
    private Optional<Bar> newest = Optional.empty();

    /// A ticker of which no bar was computed yet.
    ///
    /// @param splits those of the bars' time, oldest first
    /// @param keepFrom bars from here on are kept to find corrections
    TickerFeatures(Ticker ticker, SessionCalendar calendar, List<Split> splits, Instant keepFrom) {
        this.ticker = ticker;
        this.calculator = new FeatureCalculator(ticker, calendar);
        this.splits = List.copyOf(splits);
        this.keepFrom = keepFrom;
    }

    /// Computes the bars that are newer than the newest computed.
    ///
    /// @param bars in the order of time
    List<FeatureRow> add(List<Bar> bars) {
        List<FeatureRow> rows = new ArrayList<>();
        for (Bar bar : bars) {
            if (isNew(bar)) {
                rows.add(add(bar));
            }
        }
        return rows;
    }

    /// The first bar start whose row is due again, or newly, when this cannot just be moved on:
    /// splits or bars changed, bars came between, or older bars may have come while it warms up.
    ///
    /// @param stored what the store has from the look's start on
    Optional<Instant> firstToRemake(List<Bar> stored, Look look) {
        if (!splits.equals(look.splitsOf(ticker))) {
            return Optional.of(keepFrom);
        }
        Optional<Instant> change = firstChange(stored, look.from());
        boolean isBehind = !look.isRecheck() && !stored.isEmpty() && isOlder(look.from());
        boolean isWarming = look.isRecheck() && !isWarm();
        return change.isEmpty() && (isBehind || isWarming) ? newestEnd() : change;
    }

    boolean isWarm() {
        return calculator.bars() >= WARM;
    }

    /// When the newest computed bar closed; empty when there is none.
    Optional<Instant> newestEnd() {
        return newest.map(Bar::end);
    }

    /// Why values of its newest row are absent.
    Map<Feature, AbsenceReason> absences() {
        return calculator.absences();
    }

    private Optional<Instant> firstChange(List<Bar> stored, Instant from) {
        Iterator<Bar> known = kept.tailMap(from, true).values().iterator();
        for (Bar bar : stored) {
            if (!known.hasNext()) {
                return Optional.empty();
            }
            Bar before = known.next();
            if (!before.equals(bar)) {
                return Optional.of(earlier(before, bar));
            }
        }
        return known.hasNext() ? Optional.of(known.next().start()) : Optional.empty();
    }

    private boolean isNew(Bar bar) {
        return newest.isEmpty() || bar.start().isAfter(newest.get().start());
    }

    /// In the first minutes of a session the look starts at the open, and nothing is missed.
    private boolean isOlder(Instant from) {
        return from.isAfter(keepFrom)
                && newest.filter(bar -> bar.start().isBefore(from)).isPresent();
    }

    private FeatureRow add(Bar bar) {
        if (newest.isPresent() && isSplitBetween(newest.get(), bar)) {
            calculator.restart();
        }
        newest = Optional.of(bar);
        if (!bar.start().isBefore(keepFrom)) {
            kept.put(bar.start(), bar);
        }
        return calculator.add(bar);
    }

    private boolean isSplitBetween(Bar before, Bar bar) {
        if (splits.isEmpty()) {
            return false;
        }
        LocalDate from = NewYork.dateOf(before.start());
        LocalDate to = NewYork.dateOf(bar.start());
        return splits.stream()
                .map(Split::effectiveOn)
                .anyMatch(day -> day.isAfter(from) && !day.isAfter(to));
    }

    private static Instant earlier(Bar one, Bar other) {
        return one.start().isBefore(other.start()) ? one.start() : other.start();
    }
}
