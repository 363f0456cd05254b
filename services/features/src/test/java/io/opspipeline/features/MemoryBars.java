package io.opspipeline.features;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.ports.store.Bars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Bars in memory. A test may look at how many bars were read.
final class MemoryBars implements Bars {

    private final Map<Ticker, TreeMap<Instant, Bar>> bars = new TreeMap<>();
    private long read;

    /// Adds bars or corrects those that are there.
    void put(List<Bar> added) {
        for (Bar bar : added) {
            bars.computeIfAbsent(bar.ticker(), _ -> new TreeMap<>()).put(bar.start(), bar);
        }
    }

    List<Bar> all() {
        return bars.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    long read() {
        return read;
    }

    @Override
    public Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to) {
        Map<Ticker, List<Bar>> found = new TreeMap<>();
        for (Ticker ticker : tickers) {
            var all = bars.getOrDefault(ticker, new TreeMap<>());
            List<Bar> some =
                    from.isBefore(to) ? List.copyOf(all.subMap(from, to).values()) : List.of();
            read += some.size();
            if (!some.isEmpty()) {
                found.put(ticker, some);
            }
        }
        return found;
    }

    @Override
    public int store(List<StoredBar> rows, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }
}
