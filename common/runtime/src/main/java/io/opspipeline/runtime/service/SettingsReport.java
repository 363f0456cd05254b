package io.opspipeline.runtime.service;

import io.opspipeline.ports.alert.Alerts;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.ports.setting.SettingsRead;
import io.opspipeline.ports.setting.SettingsReads;
import io.opspipeline.ports.store.Provenance;
import io.opspipeline.runtime.setting.CurrentSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells other processes and a person what a service made of the stored settings.
final class SettingsReport {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReport.class);

    private final String service;
    private final Provenance.Mode mode;
    private final Optional<SettingsReads> reads;
    private final Optional<Alerts> alerts;
    private Optional<Said> last = Optional.empty();

    SettingsReport(
            String service,
            Provenance.Mode mode,
            Optional<SettingsReads> reads,
            Optional<Alerts> alerts) {
        this.service = service;
        this.mode = mode;
        this.reads = reads;
        this.alerts = alerts;
    }

    /// Tells of one reading. A fault is an alert of its own, once, whoever meets it.
    void tell(List<CurrentSettings<?>> settings, Instant at) {
        Map<String, String> faults = new TreeMap<>();
        settings.forEach(current -> faults.putAll(current.faults()));
        var said = new Said(inForce(settings), faults);
        log(faults);
        reads.ifPresent(shared -> {
            share(shared, settings, said, at);
            shared.faults(at).stream().filter(this::isOurs).forEach(fault -> raise(fault, at));
        });
        last = Optional.of(said);
    }

    private void share(
            SettingsReads shared, List<CurrentSettings<?>> settings, Said said, Instant at) {
        if (last.filter(said::equals).isPresent()) {
            shared.readAgain(service, at);
            return;
        }
        shared.record(
                new SettingsRead(
                        service,
                        mode,
                        settings.stream().map(CurrentSettings::prefix).collect(Collectors.toSet()),
                        said.inForce(),
                        said.faults(),
                        at));
    }

    private void log(Map<String, String> faults) {
        Map<String, String> before = last.map(Said::faults).orElse(Map.of());
        if (!faults.isEmpty() && !faults.equals(before)) {
            LOG.error("stored settings are refused, the last good ones stay: {}", faults.values());
        } else if (faults.isEmpty() && !before.isEmpty()) {
            LOG.info("stored settings are in force again");
        }
    }

    /// What no service owns is told of by all, as one event.
    private boolean isOurs(SettingsFault fault) {
        return fault.service().map(service::equals).orElse(true);
    }

    private void raise(SettingsFault fault, Instant at) {
        alerts.ifPresent(channel ->
                channel.raise(
                        Alerts.Severity.CRITICAL,
                        fault.eventId(),
                        Optional.empty(),
                        fault.reason() + "; the last good value stays, and no entries are made",
                        at));
    }

    private static List<SettingInForce> inForce(List<CurrentSettings<?>> settings) {
        return settings.stream().flatMap(current -> current.inForce().stream()).toList();
    }

    private record Said(List<SettingInForce> inForce, Map<String, String> faults) {}
}
