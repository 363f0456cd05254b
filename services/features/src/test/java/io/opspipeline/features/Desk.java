package io.opspipeline.features;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.job.Cause;
import io.opspipeline.domain.job.JobName;
import io.opspipeline.domain.job.Tick;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.job.JobResult;
import io.opspipeline.ports.market.Split;
import io.opspipeline.ports.store.Splits;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A features job over stores in memory, with what a test needs to move it.
final class Desk {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    static final Ticker NVDA = Ticker.of("NVDA");
    static final Ticker TSLA = Ticker.of("TSLA");

    private static final SessionCalendar CALENDAR = SessionCalendar.nyse();
    private static final FeaturesSettings SETTINGS =
            new FeaturesSettings(
                    Duration.ofMinutes(15), Duration.ofMinutes(5), 0.80, Duration.ofMinutes(10));

    final MemoryBars bars = new MemoryBars();
    final MemoryFeatures features = new MemoryFeatures();
    final List<Instant> wakeUps = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private final CoverageRecord coverage = new CoverageRecord();
    private final Set<Ticker> active;
    private FeaturesJob job;

    Desk(Ticker... active) {
        this.active = Set.of(active);
        restart();
    }

    /// Starts the process anew; the stores stay.
    void restart() {
        var history = new BarHistory(bars, new KnownSplits(), CALENDAR);
        var board = new FeatureBoard(history, features, CALENDAR, () -> SETTINGS);
        job =
                new FeaturesJob(
                        new FixedUniverse(),
                        board,
                        features,
                        (topic, asOf) -> {
                            if (topic == Topic.FEATURES) {
                                wakeUps.add(asOf);
                            }
                        },
                        coverage);
    }

    JobResult run(Instant asOf) {
        return job.run(new Tick(JobName.FEATURES, Optional.empty(), Cause.WAKE, asOf, asOf));
    }

    HealthReading coverage(Instant asOf) {
        return new CoverageSignal(coverage, () -> SETTINGS).read(moment(asOf));
    }

    HealthReading freshness(Instant asOf) {
        return new FreshnessSignal(coverage, () -> SETTINGS).read(moment(asOf));
    }

    void split(Ticker ticker, LocalDate day) {
        splits.add(new Split(ticker, day, BigDecimal.ONE, BigDecimal.TEN));
    }

    List<FeatureRow> newestBatch() {
        return features.batches().getLast();
    }

    /// The instant at which a minute of a session ends: 1 for the end of the opening bar.
    static Instant after(LocalDate date, int minutes) {
        return session(date).open().plus(Duration.ofMinutes(minutes));
    }

    /// Bars of some minutes of a session, at rising prices.
    static List<Bar> minutes(Ticker ticker, LocalDate date, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(minute -> bar(ticker, date, minute, 100 + minute / 100.0 + ""))
                .toList();
    }

    /// A bar at one price.
    static Bar bar(Ticker ticker, LocalDate date, int minute, String price) {
        var dollars = Price.of(price);
        return new Bar(
                ticker, after(date, minute), dollars, dollars, dollars, dollars, 1_000 + minute);
    }

    /// All bars of a session.
    static List<Bar> day(Ticker ticker, LocalDate date) {
        return minutes(ticker, date, 0, session(date).minutes());
    }

    private static Session session(LocalDate date) {
        return CALENDAR.sessionOn(date).orElseThrow();
    }

    private static HealthMoment moment(Instant asOf) {
        return new HealthMoment(asOf, CALENDAR.sessionAt(asOf));
    }

    private final class FixedUniverse implements Universe {

        @Override
        public List<UniverseRow> active() {
            return active.stream()
                    .map(ticker ->
                            new UniverseRow(
                                    ticker,
                                    UniverseRow.Source.OPERATOR,
                                    Optional.empty(),
                                    new Confidence(1),
                                    true))
                    .toList();
        }

        @Override
        public Set<Ticker> collected() {
            return active;
        }

        @Override
        public void publish(List<UniverseRow> rows, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    private final class KnownSplits implements Splits {

        @Override
        public void record(List<Split> added, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Ticker, List<Split>> between(Set<Ticker> tickers, LocalDate from, LocalDate to) {
            return splits.stream()
                    .filter(split -> tickers.contains(split.ticker()))
                    .filter(split -> !split.effectiveOn().isAfter(to))
                    .collect(java.util.stream.Collectors.groupingBy(Split::ticker));
        }
    }
}
