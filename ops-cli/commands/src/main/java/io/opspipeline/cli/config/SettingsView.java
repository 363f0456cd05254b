package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.setting.StoredSetting;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.Setting;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every setting of every service, with what is in force and why.
public final class SettingsView {

    private static final String SECRET = "(secret)";

    private final SettingsCatalogue catalogue = ServiceDescription.catalogue(ServiceList.ALL);
    private final Map<String, StoredSetting> stored;
    private final ValuesInForce inForce;
    private final List<SettingsFault> faults;

    private SettingsView(
            Map<String, StoredSetting> stored, ValuesInForce inForce, List<SettingsFault> faults) {
        this.stored = stored;
        this.inForce = inForce;
        this.faults = faults;
    }

    /// Reads it.
    public static SettingsView read(OperatorSession session) {
        var reads = new PostgresSettingsReads(session.database());
        return new SettingsView(
                new PostgresSettingsStore(session.database())
                        .stored(session.now()).stream()
                                .collect(Collectors.toMap(StoredSetting::key, setting -> setting)),
                new ValuesInForce(reads.inForce()),
                reads.faults(session.now()));
    }

    /// What can be set.
    SettingsCatalogue catalogue() {
        return catalogue;
    }

    /// True when there is a stored value under exactly this key.
    boolean isStored(String key) {
        return stored.containsKey(key);
    }

    /// Every setting, by key.
    List<SettingLine> lines() {
        return catalogue.settings().stream().map(this::line).toList();
    }

    /// Stored values that are refused and belong to no setting that can be shown.
    List<String> strayFaults() {
        return faults.stream()
                .filter(fault -> catalogue.find(fault.key()).isEmpty())
                .map(SettingsFault::reason)
                .distinct()
                .toList();
    }

    /// The value that the services go by.
    public String value(String key) {
        return line(catalogue.find(key).orElseThrow()).value();
    }

    /// The values of one record that are not the default, by key: those in force, and what waits to
    /// be taken over.
    Map<String, String> given(SettingsCatalogue record) {
        Map<String, String> values = new HashMap<>(inForce.of(record));
        stored.values().stream()
                .filter(setting -> record.find(setting.key()).isPresent())
                .filter(setting -> !inForce.isOverridden(setting.key()))
                .forEach(setting -> values.put(setting.key(), setting.value()));
        return values;
    }

    /// One setting.
    SettingLine line(Setting setting) {
        String key = setting.key();
        Optional<StoredSetting> row = Optional.ofNullable(stored.get(key));
        return new SettingLine(
                key,
                setting.isSecret() ? SECRET : inForce.value(setting),
                inForce.source(setting),
                row.map(StoredSetting::by),
                row.map(StoredSetting::at),
                row.flatMap(StoredSetting::until),
                setting.isSecret() ? Optional.empty() : setting.defaultValue(),
                setting.range().map(Setting.Range::toString),
                setting.safetyFloor(),
                setting.description(),
                fault(key).or(() -> row.flatMap(given -> waiting(setting, given))));
    }

    private Optional<String> fault(String key) {
        return faults.stream()
                .filter(fault -> fault.key().equals(key))
                .map(SettingsFault::reason)
                .findFirst();
    }

    /// Why a good stored value is not in force.
    private Optional<String> waiting(Setting setting, StoredSetting row) {
        if (inForce.isOverridden(setting.key())) {
            return Optional.of(row.value() + " is stored; the command line wins over it");
        }
        return Optional.of(row.value() + " is stored and not taken over yet")
                .filter(_ -> !inForce.value(setting).equals(row.value()));
    }
}
