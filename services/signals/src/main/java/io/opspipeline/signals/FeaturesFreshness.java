package io.opspipeline.signals;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.ports.store.Features;
import io.opspipeline.ports.store.Universe;
import io.opspipeline.ports.store.UniverseRow;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Red when the newest features of the active tickers are old, by the bar they were made from, or
/// when there are none.
final class FeaturesFreshness implements HealthSignal {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Universe universe;
    private final Features features;

    FeaturesFreshness(Universe universe, Features features) {
        this.universe = universe;
        this.features = features;
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        Set<Ticker> active =
                universe.active().stream().map(UniverseRow::ticker).collect(Collectors.toSet());
        Optional<Instant> newest =
                features.latest(active, moment.asOf()).values().stream()
                        .map(FeatureRow::barEnd)
                        .max(Comparator.naturalOrder());
        return moment.lag(newest, LIMIT);
    }
}
