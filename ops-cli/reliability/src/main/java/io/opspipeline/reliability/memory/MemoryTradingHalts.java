package io.opspipeline.reliability.memory;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.store.TradingHalts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Halts in memory.
public final class MemoryTradingHalts implements TradingHalts {

    private final Map<Ticker, NavigableMap<Instant, TradingHalt>> halts = new HashMap<>();

    MemoryTradingHalts() {}

    @Override
    public synchronized void note(List<TradingHalt> heard) {
        heard.forEach(halt ->
                halts.computeIfAbsent(halt.ticker(), _ -> new TreeMap<>())
                        .putIfAbsent(halt.at(), halt));
    }

    @Override
    public synchronized Map<Ticker, TradingHalt> newest(Set<Ticker> tickers) {
        Map<Ticker, TradingHalt> newest = new TreeMap<>();
        halts.forEach((ticker, heard) -> {
            if (tickers.contains(ticker)) {
                newest.put(ticker, heard.lastEntry().getValue());
            }
        });
        return newest;
    }
}
