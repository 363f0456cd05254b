package io.opspipeline.runtime.service;

import io.opspipeline.domain.job.Stage;
import io.opspipeline.domain.job.Topic;
import io.opspipeline.ports.setting.SettingsStore;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import io.opspipeline.runtime.health.HealthMoment;
import io.opspipeline.runtime.health.HealthReading;
import io.opspipeline.runtime.health.HealthSignal;
import io.opspipeline.runtime.job.WakeUpRouter;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes changed settings over: at once when a change is announced, and once a minute, which also
/// ends what was stored for a while. A bad value leaves the last good one in force, is told of, and
/// turns health red; whoever makes entries stops while there is one.
final class SettingsReload implements HealthSignal, AutoCloseable {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SettingsStore store;
    private final List<CurrentSettings<?>> settings;
    private final SettingsReport report;
    private final WakeUpRouter router;
    private final Timers timers;
    private final Clock clock;
    private final TimerKey key;
    private Optional<WakeUpRouter.Subscription> subscription = Optional.empty();
    private volatile boolean closed;

    /// @param service whose settings they are
    SettingsReload(
            String service,
            SettingsStore store,
            List<CurrentSettings<?>> settings,
            SettingsReport report,
            WakeUpRouter router,
            Timers timers,
            Clock clock) {
        this.store = store;
        this.settings = List.copyOf(settings);
        this.report = report;
        this.router = router;
        this.timers = timers;
        this.clock = clock;
        this.key = new TimerKey(Stage.STREAM, Optional.empty(), "settings reload " + service);
    }

    /// Reloads now, and from now on.
    void start() {
        subscription = Optional.of(router.on(Topic.SETTINGS, key, this::reload));
        again();
    }

    /// Ends the reloads; in lockstep the timers outlive the service.
    @Override
    public void close() {
        closed = true;
        subscription.ifPresent(WakeUpRouter.Subscription::end);
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

    /// It arms first, so that a failure does not end it.
    private void again() {
        if (!closed) {
            timers.at(clock.instant().plus(EVERY), key, this::again);
            reload();
        }
    }

    /// One at a time: of two that read the store, the later one must not lose.
    private synchronized void reload() {
        if (closed) {
            return;
        }
        Instant now = clock.instant();
        Map<String, String> stored = store.values(now);
        settings.forEach(current -> current.reload(stored));
        report.tell(settings, now);
    }
}
