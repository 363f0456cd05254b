package io.opspipeline.features;

import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import java.util.function.Supplier;

/// Red when the newest features of all are too old during a session, counted from the close of
/// their bar and not from when they were computed (incident 52).
final class FreshnessSignal implements HealthSignal {

    private final CoverageRecord coverage;
    private final Supplier<FeaturesSettings> settings;

    FreshnessSignal(CoverageRecord coverage, Supplier<FeaturesSettings> settings) {
        this.coverage = coverage;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        return moment.lag(coverage.last().flatMap(Coverage::newestEnd), settings.get().freshness());
    }
}
