package io.opspipeline.alpaca.translation;

import io.opspipeline.alpaca.wire.WireBar;
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
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One contract of a chain. No member is required.
public final class OptionSnapshotRow {

    private static final SessionCalendar CALENDAR = SessionCalendar.nyse();

    private OptionSnapshotRow() {}

    /// What the feed shows. The daily bar is the last day with a trade, which need not be today,
    /// and the one before it need not be the session before: only their dates say which they are.
    ///
    /// @param seenAt when it was asked, UTC
    public static OptionSnapshot translate(
            OccSymbol symbol, WireOptionSnapshot row, Instant seenAt) {
        LocalDate today = NewYork.dateOf(seenAt);
        return new OptionSnapshot(
                symbol,
                QuoteRow.translate(row.latestQuote(), seenAt),
                volume(row, today),
                volume(row, CALENDAR.previous(today).date()),
                doubles(row.greeks()),
                row.impliedVolatility()
                        .map(value -> OptionalDouble.of(value.doubleValue()))
                        .orElse(OptionalDouble.empty()),
                today);
    }

    private static OptionalLong volume(WireOptionSnapshot row, LocalDate date) {
        return Stream.of(row.dailyBar(), row.previousDailyBar())
                .flatMap(Optional::stream)
                .filter(bar -> bar.start().map(NewYork::dateOf).filter(date::equals).isPresent())
                .map(WireBar::volume)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static Map<String, Double> doubles(Map<String, BigDecimal> greeks) {
        var doubles = new TreeMap<String, Double>();
        greeks.forEach((name, value) -> doubles.put(name, value.doubleValue()));
        return doubles;
    }
}
