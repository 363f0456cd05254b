package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.ports.store.Bars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Bars in memory, unique on (ticker, start).
final class MemoryBars implements Bars {

    private final Map<Ticker, NavigableMap<Instant, StoredBar>> rows = new TreeMap<>();
    private final Map<GapReason, Map<Ticker, Set<Instant>>> gaps = new TreeMap<>();
    boolean isDown;

    List<StoredBar> of(Ticker ticker) {
        return List.copyOf(rows(ticker).values());
    }

    Set<Instant> gaps(Ticker ticker, GapReason reason) {
        return gaps.getOrDefault(reason, Map.of()).getOrDefault(ticker, Set.of());
    }

    @Override
    public int store(List<StoredBar> bars, Instant at) {
        if (isDown) {
            throw new IllegalStateException("the store is down");
        }
        int changed = 0;
        for (StoredBar row : bars) {
            StoredBar before = rows(row.bar().ticker()).put(row.bar().start(), row);
            changed += before == null || !before.bar().equals(row.bar()) ? 1 : 0;
        }
        return changed;
    }

    @Override
    public Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to) {
        Map<Ticker, List<Bar>> found = new TreeMap<>();
        for (Ticker ticker : tickers) {
            List<Bar> bars =
                    rows(ticker).subMap(from, true, to, false).values().stream()
                            .map(StoredBar::bar)
                            .toList();
            if (!bars.isEmpty()) {
                found.put(ticker, bars);
            }
        }
        return found;
    }

    @Override
    public Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before) {
        Map<Ticker, Bar> newest = new TreeMap<>();
        rows.forEach((ticker, bars) -> {
            var earlier = bars.lowerEntry(before);
            if (tickers.contains(ticker) && earlier != null) {
                newest.put(ticker, earlier.getValue().bar());
            }
        });
        return newest;
    }

    @Override
    public void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        var known = gaps.computeIfAbsent(reason, _ -> new TreeMap<>());
        starts.forEach((ticker, minutes) ->
                known.computeIfAbsent(ticker, _ -> new TreeSet<>()).addAll(minutes));
    }

    @Override
    public Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to) {
        Map<Ticker, Set<Instant>> found = new TreeMap<>();
        for (Ticker ticker : tickers) {
            List<Instant> all = new ArrayList<>(gaps(ticker, GapReason.NO_TRADES));
            all.addAll(gaps(ticker, GapReason.SOURCE_UNAVAILABLE));
            all.removeIf(start -> start.isBefore(from) || !start.isBefore(to));
            if (!all.isEmpty()) {
                found.put(ticker, Collections.unmodifiableSet(new TreeSet<>(all)));
            }
        }
        return found;
    }

    private NavigableMap<Instant, StoredBar> rows(Ticker ticker) {
        return rows.computeIfAbsent(ticker, _ -> new TreeMap<>());
    }
}
