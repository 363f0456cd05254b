package io.opspipeline.telemetry;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.ports.store.Bars;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Red when the newest bar is old, when there is none, or when an active ticker has none at all.
final class BarsFreshness implements HealthSignal {

    private final Bars bars;
    private final CollectedTickers tickers;
    private final Supplier<Duration> oldest;

    /// @param oldest oldest healthy newest bar, from its close
    BarsFreshness(Bars bars, CollectedTickers tickers, Supplier<Duration> oldest) {
        this.bars = bars;
        this.tickers = tickers;
        this.oldest = oldest;
    }

    @Override
    public String name() {
        return "bars";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        Set<Ticker> active = tickers.active();
        Map<Ticker, Bar> newest = bars.latestBefore(active, moment.asOf());
        if (newest.size() < active.size()) {
            active.removeAll(newest.keySet());
            return HealthReading.unhealthy("no bar at all of " + active);
        }
        Optional<Instant> last =
                newest.values().stream().map(Bar::end).max(Comparator.naturalOrder());
        return moment.lag(last, oldest.get());
    }
}
