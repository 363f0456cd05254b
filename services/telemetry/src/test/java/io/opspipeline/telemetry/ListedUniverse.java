package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A universe of tickers that a test names; index funds are always collected.
final class ListedUniverse implements Universe {

    final Set<Ticker> active = new TreeSet<>();
    final Set<Ticker> held = new TreeSet<>();

    ListedUniverse(Ticker... tickers) {
        active.addAll(Set.of(tickers));
    }

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
        Set<Ticker> collected = new TreeSet<>(active);
        collected.addAll(held);
        collected.add(Ticker.of("SPY"));
        collected.add(Ticker.of("QQQ"));
        return collected;
    }

    @Override
    public void publish(List<UniverseRow> rows, Instant at) {
        rows.forEach(row -> active.add(row.ticker()));
    }
}
