package io.opspipeline.signals;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.Action;
import io.opspipeline.domain.signal.Signal;
import io.opspipeline.ports.store.NearMiss;
import io.opspipeline.ports.store.Signals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Signals in memory, unique on (ticker, bar).
final class MemorySignals implements Signals {

    final List<Signal> stored = new ArrayList<>();
    final List<NearMiss> misses = new ArrayList<>();
    final Map<Instant, Map<String, Integer>> holds = new TreeMap<>();
    final List<Instant> expiries = new ArrayList<>();

    @Override
    public int store(List<Signal> signals, Instant at) {
        int before = stored.size();
        signals.stream().filter(this::isNew).forEach(stored::add);
        return stored.size() - before;
    }

    private boolean isNew(Signal signal) {
        return stored.stream()
                .noneMatch(known ->
                        known.ticker().equals(signal.ticker())
                                && known.barEnd().equals(signal.barEnd()));
    }

    @Override
    public int expire(Instant asOf) {
        expiries.add(asOf);
        return 0;
    }

    @Override
    public Map<Ticker, Map<Action, Instant>> lastBarEnds(Set<Ticker> tickers, Instant since) {
        Map<Ticker, Map<Action, Instant>> ends = new TreeMap<>();
        for (Signal signal : stored) {
            if (!signal.barEnd().isBefore(since)) {
                ends.computeIfAbsent(signal.ticker(), _ -> new EnumMap<>(Action.class))
                        .merge(
                                signal.action(),
                                signal.barEnd(),
                                (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return ends;
    }

    @Override
    public void recordHolds(Map<String, Integer> tickersByCondition, Instant asOf) {
        holds.put(asOf, Map.copyOf(tickersByCondition));
    }

    @Override
    public void recordNearMisses(List<NearMiss> more, Instant at) {
        misses.addAll(more);
    }
}
