package io.opspipeline.tradestream;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.StoredBar;
import io.opspipeline.ports.store.Bars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// No bar but the newest, when a test gives one.
record NoBars(Supplier<Optional<Bar>> newest) implements Bars {

    @Override
    public Map<Ticker, Bar> latestBefore(Set<Ticker> tickers, Instant before) {
        return newest.get().map(bar -> Map.of(bar.ticker(), bar)).orElse(Map.of());
    }

    @Override
    public int store(List<StoredBar> bars, Instant at) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public Map<Ticker, List<Bar>> between(Set<Ticker> tickers, Instant from, Instant to) {
        return Map.of();
    }

    @Override
    public void recordGaps(Map<Ticker, List<Instant>> starts, GapReason reason, Instant at) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public Map<Ticker, Set<Instant>> gaps(Set<Ticker> tickers, Instant from, Instant to) {
        return Map.of();
    }
}
