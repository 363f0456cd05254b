package io.opspipeline.signals;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Sentiments;
import io.opspipeline.ports.store.Signals;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.signals.rules.RecentSignals;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Loads what was known at an instant.
final class SignalInputsLoader {

    private final Universe universe;
    private final Features features;
    private final Sentiments sentiments;
    private final Signals signals;

    SignalInputsLoader(
            Universe universe, Features features, Sentiments sentiments, Signals signals) {
        this.universe = universe;
        this.features = features;
        this.sentiments = sentiments;
        this.signals = signals;
    }

    /// @param memory how far back a signal can still matter
    SignalInputs asOf(Instant asOf, Duration memory) {
        SortedSet<Ticker> tickers =
                universe.active().stream()
                        .map(UniverseRow::ticker)
                        .collect(Collectors.toCollection(TreeSet::new));
        return new SignalInputs(
                tickers,
                features.latest(tickers, asOf),
                sentiments.of(tickers, asOf),
                recent(tickers, asOf.minus(memory)));
    }

    private Map<Ticker, RecentSignals> recent(SortedSet<Ticker> tickers, Instant since) {
        Map<Ticker, RecentSignals> recent = new TreeMap<>();
        signals.lastBarEnds(tickers, since)
                .forEach((ticker, ends) -> recent.put(ticker, new RecentSignals(ends)));
        return recent;
    }
}
