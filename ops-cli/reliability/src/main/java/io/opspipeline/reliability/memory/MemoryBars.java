package io.opspipeline.reliability.memory;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.ports.store.Bars;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Bars in memory, for who looks at the newest. The history that features are made of is not read
/// by a submit.
public final class MemoryBars implements Bars {

    private final Map<Ticker, NavigableMap<Instant, StoredBar>> bars = new HashMap<>();

    MemoryBars() {}

    @Override
    public synchronized int store(List<StoredBar> stored, Instant at) {
        int changed = 0;
        for (StoredBar each : stored) {
            StoredBar before =
                    bars.computeIfAbsent(each.bar().ticker(), _ -> new TreeMap<>())
                            .put(each.bar().start(), each);
            changed += each.equals(before) ? 0 : 1;
        }
        return changed;
    }

    @Override
    public synchronized Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before) {
        Map<Ticker, Bar> newest = new HashMap<>();
        for (Ticker ticker : tickers) {
            var earlier = bars.getOrDefault(ticker, new TreeMap<>()).lowerEntry(before);
            if (earlier != null) {
                newest.put(ticker, earlier.getValue().bar());
            }
        }
        return newest;
    }

    @Override
    public Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to) {
        throw new UnsupportedOperationException("that of features");
    }

    @Override
    public void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        throw new UnsupportedOperationException("telemetry's");
    }

    @Override
    public Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to) {
        throw new UnsupportedOperationException("telemetry's");
    }
}
