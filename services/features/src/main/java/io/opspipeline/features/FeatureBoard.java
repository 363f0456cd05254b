package io.opspipeline.features;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.store.Features;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The features of every ticker, kept in memory as far as they are computed and moved on run by
/// run. A ticker is made again from the stored bars at the first run of a session, when it is new,
/// and when its past changed. Not thread-safe.
final class FeatureBoard {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureBoard.class);

    private final BarHistory history;
    private final Features features;
    private final SessionCalendar calendar;
    private final Supplier<FeaturesSettings> settings;
    private final Map<Ticker, TickerFeatures> tickers = new TreeMap<>();
    private LocalDate day = LocalDate.MIN;
    private Instant recheckedAt = Instant.MIN;

    FeatureBoard(
            BarHistory history,
            Features features,
            SessionCalendar calendar,
            Supplier<FeaturesSettings> settings) {
        this.history = history;
        this.features = features;
        this.calendar = calendar;
        this.settings = settings;
    }

    /// Computes what the store has newly, and again what it has otherwise.
    ///
    /// @param active the tickers to compute
    /// @return the rows to store; those of a ticker in the order of time
    List<FeatureRow> advance(Set<Ticker> active, Instant asOf) {
        Look look = look(active, asOf);
        tickers.keySet().retainAll(active);
        Map<Ticker, Instant> remakes = newcomers(active, look);
        List<FeatureRow> rows = moved(look, remakes);
        rows.addAll(remade(look, remakes));
        return rows;
    }

    /// Forgets what was computed, so that the next run makes it again.
    void forget() {
        tickers.clear();
        recheckedAt = Instant.MIN;
    }

    /// How much of what should be computed is.
    Coverage coverage(Set<Ticker> active, Instant asOf) {
        var count = new CoverageCount(calendar, settings.get().freshness(), asOf);
        active.forEach(ticker -> count.add(ticker, Optional.ofNullable(tickers.get(ticker))));
        return count.total();
    }

    private Look look(Set<Ticker> active, Instant asOf) {
        var session = history.sessionBy(asOf);
        if (!session.date().equals(day)) {
            forget();
            day = session.date();
        }
        boolean isRecheck = !asOf.isBefore(due());
        if (isRecheck) {
            recheckedAt = asOf;
        }
        Instant window = asOf.minus(settings.get().correctionWindow());
        boolean isWhole = isRecheck || window.isBefore(session.open());
        Instant from = isWhole ? session.open() : window;
        return new Look(session, asOf, from, isRecheck, history.splits(active, asOf));
    }

    private Instant due() {
        return recheckedAt.equals(Instant.MIN)
                ? Instant.MIN
                : recheckedAt.plus(settings.get().recheck());
    }

    /// Tickers without anything computed: their rows are due from where a process before this one
    /// stopped, or from the open.
    private Map<Ticker, Instant> newcomers(Set<Ticker> active, Look look) {
        Set<Ticker> unknown = new TreeSet<>(active);
        unknown.removeAll(tickers.keySet());
        Map<Ticker, Instant> from = new TreeMap<>();
        if (!unknown.isEmpty()) {
            Map<Ticker, FeatureRow> latest = features.latest(unknown, look.asOf());
            for (Ticker ticker : unknown) {
                Optional<FeatureRow> row = Optional.ofNullable(latest.get(ticker));
                from.put(ticker, row.map(FeatureRow::barEnd).orElse(look.session().open()));
            }
        }
        return from;
    }

    /// Moves known tickers on, and notes those that have to be made again.
    private List<FeatureRow> moved(Look look, Map<Ticker, Instant> remakes) {
        var stored = history.closed(Set.copyOf(tickers.keySet()), look.from(), look.asOf());
        List<FeatureRow> rows = new ArrayList<>();
        tickers.forEach((ticker, known) -> {
            List<Bar> bars = stored.getOrDefault(ticker, List.of());
            Optional<Instant> remake = known.firstToRemake(bars, look);
            remake.ifPresentOrElse(
                    from -> remakes.put(ticker, from), () -> rows.addAll(known.add(bars)));
        });
        return rows;
    }

    private List<FeatureRow> remade(Look look, Map<Ticker, Instant> remakes) {
        Map<Ticker, List<Bar>> bars = history.ofTenSessions(remakes.keySet(), look.asOf());
        List<FeatureRow> rows = new ArrayList<>();
        remakes.forEach((ticker, from) -> {
            List<Bar> all = bars.getOrDefault(ticker, List.of());
            if (!all.isEmpty()) {
                LOG.debug("{} is made from {} bars", ticker, all.size());
                rows.addAll(remade(ticker, all, from, look));
            }
        });
        return rows;
    }

    private List<FeatureRow> remade(Ticker ticker, List<Bar> bars, Instant from, Look look) {
        var made =
                new TickerFeatures(ticker, calendar, look.splitsOf(ticker), look.session().open());
        tickers.put(ticker, made);
        return made.add(bars).stream().filter(row -> !row.barStart().isBefore(from)).toList();
    }
}
