package io.opspipeline.positionmanager;

import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;

/// Red while the stream of quotes is down in session.
///
/// @param stream knows
record QuoteStreamHealth(QuoteStreamWatch stream) implements HealthSignal {

    @Override
    public String name() {
        return "quote-stream";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        QuoteStreamWatch.State state = stream.state();
        if (state.isUp()) {
            return HealthReading.healthy(state.detail());
        }
        return moment.session().isPresent()
                ? HealthReading.unhealthy(state.detail())
                : HealthReading.silent(state.detail());
    }
}
