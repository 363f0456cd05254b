package io.opspipeline.features;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.store.Features;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Feature rows in memory, and how they came.
final class MemoryFeatures implements Features {

    private final Map<Ticker, TreeMap<Instant, FeatureRow>> rows = new TreeMap<>();
    private final List<List<FeatureRow>> batches = new ArrayList<>();
    private boolean isDown;

    /// Makes the next batch fail.
    void goDown() {
        isDown = true;
    }

    List<List<FeatureRow>> batches() {
        return batches;
    }

    List<FeatureRow> of(Ticker ticker) {
        return List.copyOf(rows.getOrDefault(ticker, new TreeMap<>()).values());
    }

    @Override
    public void store(List<FeatureRow> batch, Instant at) {
        if (isDown) {
            isDown = false;
            throw new IllegalStateException("the store is down");
        }
        batches.add(batch);
        for (FeatureRow row : batch) {
            rows.computeIfAbsent(row.ticker(), _ -> new TreeMap<>()).put(row.barStart(), row);
        }
    }

    @Override
    public Map<Ticker, FeatureRow> latest(Set<Ticker> tickers, Instant asOf) {
        Map<Ticker, FeatureRow> latest = new TreeMap<>();
        for (Ticker ticker : tickers) {
            of(ticker).stream()
                    .filter(row -> !row.barEnd().isAfter(asOf))
                    .forEach(row -> latest.put(ticker, row));
        }
        return latest;
    }
}
