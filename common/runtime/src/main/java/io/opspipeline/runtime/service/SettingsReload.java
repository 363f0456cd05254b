package io.opspipeline.runtime.service;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.setting.SettingsStore;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes changed settings over once a minute. A bad one leaves the last good values in force,
/// raises an alert and turns health red; whoever makes entries asks [CurrentSettings#fault] first,
/// as signals does.
final class SettingsReload implements HealthSignal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReload.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final TimerKey KEY =
            new TimerKey(Stage.STREAM, Optional.empty(), "settings reload");

    private final SettingsStore store;
    private final List<CurrentSettings<?>> settings;
    private final Optional<Alerts> alerts;
    private final Timers timers;
    private final Clock clock;
    private volatile boolean closed;

    SettingsReload(
            SettingsStore store,
            List<CurrentSettings<?>> settings,
            Optional<Alerts> alerts,
            Timers timers,
            Clock clock) {
        this.store = store;
        this.settings = List.copyOf(settings);
        this.alerts = alerts;
        this.timers = timers;
        this.clock = clock;
    }

    /// Reloads now and then once a minute. It arms first, so that a failure does not end it.
    void start() {
        if (closed) {
            return;
        }
        Instant now = clock.instant();
        timers.at(now.plus(EVERY), KEY, this::start);
        Map<String, String> stored = store.values(now);
        settings.forEach(current -> current.reload(stored).ifPresent(fault -> report(fault, now)));
    }

    /// Ends the reloads; in lockstep the timers outlive the service.
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public HealthReading read(HealthMoment moment) {
        return settings.stream()
                .flatMap(current -> current.fault().stream())
                .findFirst()
                .map(HealthReading::unhealthy)
                .orElseGet(() -> HealthReading.healthy("in force"));
    }

    private void report(String fault, Instant at) {
        LOG.error("stored settings are refused, the last good ones stay: {}", fault);
        alerts.ifPresent(channel ->
                channel.raise(
                        Alerts.Severity.CRITICAL,
                        "settings " + fault,
                        Optional.empty(),
                        fault,
                        at));
    }
}
