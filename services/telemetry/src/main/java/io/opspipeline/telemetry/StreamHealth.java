package io.opspipeline.telemetry;

import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;

/// Red while the bar stream is down in session.
final class StreamHealth implements HealthSignal {

    private final StreamWatch stream;

    StreamHealth(StreamWatch stream) {
        this.stream = stream;
    }

    @Override
    public String name() {
        return "bar-stream";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        if (stream.isConnected()) {
            return HealthReading.healthy(stream.detail());
        }
        return moment.session().isPresent()
                ? HealthReading.unhealthy(stream.detail())
                : HealthReading.silent(stream.detail());
    }
}
