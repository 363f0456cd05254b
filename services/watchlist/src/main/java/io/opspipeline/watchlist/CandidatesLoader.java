package io.opspipeline.watchlist;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Sentiments;
import io.opspipeline.ports.store.TradeRecord;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.ports.store.Watchlist;
import io.opspipeline.ports.store.WatchlistRow;
import io.opspipeline.watchlist.rules.Candidate;
import io.opspipeline.watchlist.rules.ScoreParts;
import io.opspipeline.watchlist.rules.ScoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Loads and scores the active tickers as of an instant.
final class CandidatesLoader {

    private final Universe universe;
    private final Features features;
    private final Sentiments sentiments;
    private final Watchlist watchlist;
    private final SessionCalendar calendar;

    CandidatesLoader(
            Universe universe,
            Features features,
            Sentiments sentiments,
            Watchlist watchlist,
            SessionCalendar calendar) {
        this.universe = universe;
        this.features = features;
        this.sentiments = sentiments;
        this.watchlist = watchlist;
        this.calendar = calendar;
    }

    /// The active tickers.
    Set<Ticker> active() {
        return universe.active().stream()
                .map(UniverseRow::ticker)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The newest features of tickers that are not too old, counted in time of open sessions.
    Map<Ticker, FeatureRow> fresh(Set<Ticker> tickers, Instant asOf, Duration oldest) {
        Map<Ticker, FeatureRow> fresh = new TreeMap<>(features.latest(tickers, asOf));
        fresh.values().removeIf(row -> calendar.openTime(row.barEnd(), asOf).compareTo(oldest) > 0);
        return fresh;
    }

    /// Every ticker as a candidate.
    ///
    /// @param fresh features by ticker
    /// @param performance how far back trades count
    List<Candidate> candidates(
            Set<Ticker> tickers,
            Map<Ticker, FeatureRow> fresh,
            Instant asOf,
            Duration performance) {
        Map<Ticker, Sentiment> moods = sentiments.of(tickers, asOf);
        Map<Ticker, TradeRecord> trades = watchlist.trades(tickers, asOf.minus(performance), asOf);
        Map<Ticker, Instant> entered = entered();
        return tickers.stream()
                .map(ticker ->
                        new Candidate(
                                ticker,
                                parts(
                                        Optional.ofNullable(fresh.get(ticker)),
                                        Optional.ofNullable(moods.get(ticker)),
                                        trades.getOrDefault(ticker, TradeRecord.NONE)),
                                Optional.ofNullable(entered.get(ticker))))
                .toList();
    }

    private Map<Ticker, Instant> entered() {
        return watchlist.current().stream()
                .collect(Collectors.toMap(WatchlistRow::ticker, WatchlistRow::enteredAt));
    }

    private static ScoreParts parts(
            Optional<FeatureRow> row, Optional<Sentiment> mood, TradeRecord record) {
        double performance = ScoreRule.performance(record.trades(), record.wins());
        return row.map(fresh -> ScoreRule.parts(fresh, mood, performance))
                .orElseGet(() -> ScoreRule.unseen(performance));
    }
}
