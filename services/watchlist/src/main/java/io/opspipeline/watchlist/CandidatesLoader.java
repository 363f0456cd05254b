package io.opspipeline.watchlist;

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
import io.opspipeline.watchlist.rules.ScoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Loads and scores the active tickers as of an instant.
final class CandidatesLoader {

    private final Universe universe;
    private final Features features;
    private final Sentiments sentiments;
    private final Watchlist watchlist;

    CandidatesLoader(
            Universe universe, Features features, Sentiments sentiments, Watchlist watchlist) {
        this.universe = universe;
        this.features = features;
        this.sentiments = sentiments;
        this.watchlist = watchlist;
    }

    /// The active tickers.
    Set<Ticker> active() {
        return universe.active().stream()
                .map(UniverseRow::ticker)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The candidates among tickers; one without features is none.
    ///
    /// @param performance how far back trades count
    List<Candidate> asOf(Set<Ticker> tickers, Instant asOf, Duration performance) {
        Map<Ticker, Sentiment> moods = sentiments.of(tickers, asOf);
        Map<Ticker, TradeRecord> trades = watchlist.trades(tickers, asOf.minus(performance), asOf);
        Map<Ticker, Instant> entered = entered();
        List<Candidate> candidates = new ArrayList<>();
        features.latest(tickers, asOf)
                .forEach((ticker, row) ->
                        candidates.add(
                                candidate(
                                        row,
                                        Optional.ofNullable(moods.get(ticker)),
                                        trades.getOrDefault(ticker, TradeRecord.NONE),
                                        Optional.ofNullable(entered.get(ticker)))));
        return candidates;
    }

    private Map<Ticker, Instant> entered() {
        return watchlist.current().stream()
                .collect(Collectors.toMap(WatchlistRow::ticker, WatchlistRow::enteredAt));
    }

    private static Candidate candidate(
            FeatureRow row,
            Optional<Sentiment> mood,
            TradeRecord record,
            Optional<Instant> entered) {
        return new Candidate(
                row.ticker(), ScoreRule.parts(row, mood, record.trades(), record.wins()), entered);
    }
}
