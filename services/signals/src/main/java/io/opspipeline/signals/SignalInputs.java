package io.opspipeline.signals;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import io.opspipeline.signals.rules.RecentSignals;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// Everything one run of the rule reads.
///
/// @param tickers the active ones
/// @param features newest row by ticker; a ticker without any is absent
/// @param sentiments by ticker; absent where there is too little news
/// @param recent last signals by ticker
record SignalInputs(
        SortedSet<Ticker> tickers,
        Map<Ticker, FeatureRow> features,
        Map<Ticker, Sentiment> sentiments,
        Map<Ticker, RecentSignals> recent) {

    Optional<FeatureRow> features(Ticker ticker) {
        return Optional.ofNullable(features.get(ticker));
    }

    Optional<Sentiment> sentiment(Ticker ticker) {
        return Optional.ofNullable(sentiments.get(ticker));
    }

    RecentSignals recent(Ticker ticker) {
        return recent.getOrDefault(ticker, RecentSignals.NONE);
    }
}
