package io.opspipeline.cli.config;

import io.opspipeline.cli.shell.OperatorSession;
import io.opspipeline.local.day.ServiceList;
import io.opspipeline.persistence.setting.PostgresSettingsReads;
import io.opspipeline.persistence.setting.PostgresSettingsStore;
import io.opspipeline.persistence.setting.StoredSetting;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingInForce.Source;
import io.opspipeline.ports.setting.SettingsFault;
import io.opspipeline.runtime.service.ServiceDescription;
import io.opspipeline.runtime.setting.Setting;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every setting of every service, with what is in force and why.
public final class SettingsView {

    private static final String SECRET = "(secret)";

    private final SettingsCatalogue catalogue = ServiceDescription.catalogue(ServiceList.ALL);
    private final Map<String, StoredSetting> stored;
    private final Map<String, SettingInForce> inForce;
    private final List<SettingsFault> faults;

    private SettingsView(
            Map<String, StoredSetting> stored,
            Map<String, SettingInForce> inForce,
            List<SettingsFault> faults) {
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
                reads.inForce().stream()
                        .collect(
                                Collectors.toMap(
                                        SettingInForce::key,
                                        setting -> setting,
                                        (first, _) -> first)),
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
        Map<String, String> values =
                inForce.values().stream()
                        .collect(Collectors.toMap(SettingInForce::key, SettingInForce::value));
        stored.values().stream()
                .filter(setting -> !isOverridden(setting.key()))
                .forEach(setting -> values.put(setting.key(), setting.value()));
        values.keySet().removeIf(key -> record.find(key).isEmpty());
        return values;
    }

    /// One setting.
    SettingLine line(Setting setting) {
        String key = setting.key();
        Optional<StoredSetting> row = Optional.ofNullable(stored.get(key));
        Optional<SettingInForce> given = Optional.ofNullable(inForce.get(key));
        return new SettingLine(
                key,
                setting.isSecret() ? SECRET : value(setting, given),
                given.map(SettingsView::source).orElse("default"),
                row.map(StoredSetting::by),
                row.map(StoredSetting::at),
                row.flatMap(StoredSetting::until),
                setting.isSecret() ? Optional.empty() : setting.defaultValue(),
                setting.range().map(Setting.Range::toString),
                setting.safetyFloor(),
                setting.description(),
                fault(key).or(() -> waiting(row, given)));
    }

    private static String value(Setting setting, Optional<SettingInForce> given) {
        return given.map(SettingInForce::value).or(setting::defaultValue).orElse("");
    }

    private Optional<String> fault(String key) {
        return faults.stream()
                .filter(fault -> fault.key().equals(key))
                .map(SettingsFault::reason)
                .findFirst();
    }

    /// Why a good stored value is not in force.
    private static Optional<String> waiting(
            Optional<StoredSetting> row, Optional<SettingInForce> given) {
        return row.filter(setting ->
                        given.filter(now -> now.value().equals(setting.value())).isEmpty())
                .map(setting ->
                        given.filter(now -> now.source() == Source.COMMAND_LINE).isPresent()
                                ? setting.value() + " is stored; the command line wins over it"
                                : setting.value() + " is stored and not taken over yet");
    }

    private boolean isOverridden(String key) {
        return Optional.ofNullable(inForce.get(key))
                .filter(now -> now.source() == Source.COMMAND_LINE)
                .isPresent();
    }

    private static String source(SettingInForce given) {
        return switch (given.source()) {
            case FILE -> "file";
            case STORED -> "stored";
            case COMMAND_LINE -> "command line";
        };
    }
}
