package io.opspipeline.runtime.health;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.runtime.build.BuildId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads every signal of a service.
public final class ServiceHealth {

    private final String service;
    private final BuildId build;
    private final List<HealthSignal> signals;
    private final SessionCalendar calendar;
    private final Clock clock;

    /// The health of a service by its signals.
    public ServiceHealth(
            String service,
            BuildId build,
            List<HealthSignal> signals,
            SessionCalendar calendar,
            Clock clock) {
        this.service = service;
        this.build = build;
        this.signals = List.copyOf(signals);
        this.calendar = calendar;
        this.clock = clock;
    }

    /// Reads every signal now.
    public HealthReport report() {
        Instant now = clock.instant();
        var moment = new HealthMoment(now, calendar.sessionAt(now));
        Map<String, HealthReading> readings = new TreeMap<>();
        signals.forEach(signal -> readings.put(signal.name(), read(signal, moment)));
        return new HealthReport(service, build.value(), now, readings);
    }

    private static HealthReading read(HealthSignal signal, HealthMoment moment) {
        try {
            return signal.read(moment);
        } catch (RuntimeException e) {
            return HealthReading.unhealthy("cannot be read: " + e);
        }
    }
}
