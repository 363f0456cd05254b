package io.opspipeline.alpaca.data;

import io.opspipeline.alpaca.wire.WireBar;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.alpaca.wire.WireOptionSnapshot;
import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.OptionSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Option snapshots of the wire in our words. A daily bar counts for the date it carries: the feed
/// leaves the last traded day's bar standing for weeks.
final class SnapshotWords {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWords.class);

    private final Instant seenAt;
    private final LocalDate today;
    private final LocalDate before;

    SnapshotWords(Instant seenAt) {
        this.seenAt = seenAt;
        this.today = NewYork.dateOf(seenAt);
        this.before = SessionCalendar.nyse().previous(today).date();
    }

    void addAll(WireNode all, Map<OccSymbol, OptionSnapshot> snapshots) {
        all.members()
                .forEach((name, row) ->
                        OccSymbol.tryParse(name)
                                .ifPresentOrElse(
                                        symbol -> snapshots.put(symbol, snapshot(symbol, row)),
                                        () -> LOG.warn("'{}' is no OCC symbol", name)));
    }

    private OptionSnapshot snapshot(OccSymbol symbol, WireNode row) {
        WireOptionSnapshot wire = WireOptionSnapshot.from(row);
        Map<String, Double> greeks = new TreeMap<>();
        wire.greeks().forEach((name, value) -> greeks.put(name, value.doubleValue()));
        return new OptionSnapshot(
                symbol,
                QuoteWords.reading(wire.latestQuote(), seenAt),
                volumeOn(today, wire),
                volumeOn(before, wire),
                Map.copyOf(greeks),
                wire.impliedVolatility().map(BigDecimal::doubleValue).stream()
                        .mapToDouble(Double::doubleValue)
                        .findFirst(),
                today);
    }

    private static OptionalLong volumeOn(LocalDate date, WireOptionSnapshot wire) {
        return Stream.of(wire.dailyBar(), wire.previousDailyBar())
                .flatMap(Optional::stream)
                .filter(bar -> bar.start().map(NewYork::dateOf).filter(date::equals).isPresent())
                .map(WireBar::volume)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }
}
