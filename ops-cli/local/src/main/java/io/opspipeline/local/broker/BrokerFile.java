package io.opspipeline.local.broker;

import io.opspipeline.alpaca.AlpacaSettings;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsCatalogue;
import io.opspipeline.runtime.setting.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The broker settings of a home folder, `broker.properties`: those of the catalogue that begin
/// with `alpaca.`, each after the mode it is for.
///
/// ```
/// paper.alpaca.stock-feed=iex
/// paper.alpaca.option-feed=indicative
/// ```
public final class BrokerFile {

    private static final SettingsCatalogue CATALOGUE =
            SettingsCatalogue.of(List.of(AlpacaSettings.class));

    private final PropertiesFile file;

    private BrokerFile(PropertiesFile file) {
        this.file = file;
    }

    /// The file of a home folder, which need not exist.
    public static BrokerFile in(Path home) {
        return new BrokerFile(new PropertiesFile(home.resolve("broker.properties")));
    }

    /// Where it is.
    public Path path() {
        return file.path();
    }

    /// The settings of a mode by key, the environment's first.
    ///
    /// @throws SettingsException naming the file and a key that is unknown or has a bad value
    public Map<String, String> settings(RunMode mode, Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>(own(mode));
        CATALOGUE.settings().stream()
                .map(setting -> setting.key())
                .filter(key -> environment.containsKey(variable(key)))
                .forEach(key -> settings.put(key, environment.get(variable(key))));
        return settings;
    }

    /// What the processes of a mode must find in their environment, beside what is there already.
    ///
    /// @throws SettingsException naming the file and a key that is unknown or has a bad value
    public Map<String, String> variables(RunMode mode, Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        own(mode)
                .forEach((key, value) -> {
                    if (!environment.containsKey(variable(key))) {
                        variables.put(variable(key), value);
                    }
                });
        return variables;
    }

    /// Sets settings of a mode and keeps all others.
    ///
    /// @param settings text by key, such as `alpaca.stock-feed`
    public void put(RunMode mode, Map<String, String> settings) {
        CATALOGUE.check(settings, mode);
        Map<String, String> lines = new TreeMap<>();
        settings.forEach((key, value) -> lines.put(prefix(mode) + key, value));
        file.put(lines);
    }

    private Map<String, String> own(RunMode mode) {
        Map<String, String> settings = new TreeMap<>();
        file.values()
                .forEach((line, value) -> {
                    if (line.startsWith(prefix(mode))) {
                        settings.put(line.substring(prefix(mode).length()), value.strip());
                    }
                });
        try {
            CATALOGUE.check(settings, mode);
            return settings;
        } catch (SettingsException refused) {
            throw new SettingsException(file.path() + ": " + refused.getMessage());
        }
    }

    private static String prefix(RunMode mode) {
        return mode.name().toLowerCase(Locale.ROOT) + ".";
    }

    private static String variable(String key) {
        return "OPS_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
