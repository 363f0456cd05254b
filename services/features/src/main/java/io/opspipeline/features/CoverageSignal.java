package io.opspipeline.features;

import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import java.util.function.Supplier;

/// Red when too few tickers have features during a session; none at all is as red (incident 44).
final class CoverageSignal implements HealthSignal {

    private final CoverageRecord coverage;
    private final Supplier<FeaturesSettings> settings;

    CoverageSignal(CoverageRecord coverage, Supplier<FeaturesSettings> settings) {
        this.coverage = coverage;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        if (moment.session().isEmpty()) {
            return HealthReading.silent("market closed");
        }
        return coverage.last()
                .map(this::reading)
                .orElseGet(() -> HealthReading.unhealthy("not computed since the start"));
    }

    private HealthReading reading(Coverage last) {
        HealthReading share =
                HealthReading.share(
                        last.computed(), last.expected(), settings.get().leastCoverage());
        return new HealthReading(share.state(), share.detail() + "; " + last.note());
    }
}
