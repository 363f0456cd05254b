package io.opspipeline.runtime.service;

import io.opspipeline.runtime.setting.SettingsCatalogue;
import io.opspipeline.runtime.setting.SettingsException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/// The values that a service's file and environment give its settings.
final class ConfiguredValues {

    /// First words of keys in a service's file that are Spring Boot's own.
    private static final Set<String> BOOT =
            Set.of("spring", "server", "management", "logging", "debug", "trace");

    private final ConfigurableEnvironment environment;
    private final SettingsCatalogue catalogue;
    private final Map<ConfigurationPropertyName, String> known = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private ConfiguredValues(ConfigurableEnvironment environment, SettingsCatalogue catalogue) {
        this.environment = environment;
        this.catalogue = catalogue;
        catalogue.settings().forEach(setting -> addNames(setting.key()));
    }

    /// A key has two names: an environment variable cannot tell a dash from a dot.
    private void addNames(String key) {
        known.put(ConfigurationPropertyName.of(key), key);
        known.put(ConfigurationPropertyName.of(key.replace('-', '.')), key);
    }

    /// The values by key; of two sources the one that Spring ranks higher wins.
    ///
    /// @throws SettingsException naming a key that begins like a setting of the service, or stands
    ///   in its file, and is unknown
    static Map<String, String> read(
            ConfigurableEnvironment environment, SettingsCatalogue catalogue) {
        var configured = new ConfiguredValues(environment, catalogue);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.forEach(name -> configured.take(iterable, name));
            }
        }
        return configured.values;
    }

    private void take(IterableConfigurationPropertySource source, ConfigurationPropertyName name) {
        String key = known.get(name);
        if (key == null) {
            refuseIfOurs(source, name);
            return;
        }
        var property = source.getConfigurationProperty(name);
        if (property != null) {
            String text = String.valueOf(property.getValue());
            values.putIfAbsent(key, environment.resolvePlaceholders(text));
        }
    }

    private void refuseIfOurs(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        String key = name.toString();
        boolean stray = isFile(source) && !BOOT.contains(name.getElement(0, Form.ORIGINAL));
        if (stray || catalogue.owns(key)) {
            catalogue.check(Map.of(key, ""));
        }
    }

    private static boolean isFile(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> property
                && property.getName().startsWith("Config resource");
    }
}
