package io.opspipeline.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.runtime.setting.SettingsCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConfiguredValuesTest {

    private static final SettingsCatalogue CATALOGUE =
            SettingsCatalogue.of(List.of(BellSettings.class));

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void readsEnvironmentVariablesWithAndWithoutDashes() {
        variables(Map.of("BELL_RINGS", "3", "BELL_LEAST_VOLUME", "loud"));
        assertThat(ConfiguredValues.read(environment, CATALOGUE))
                .containsOnly(Map.entry("bell.rings", "3"), Map.entry("bell.least-volume", "loud"));

        variables(Map.of("BELL_LEASTVOLUME", "louder", "HOME", "anywhere"));
        assertThat(ConfiguredValues.read(environment, CATALOGUE))
                .containsOnly(Map.entry("bell.least-volume", "louder"));
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        file(Map.of("bell.rings", 2));
        variables(Map.of("BELL_RINGS", "3"));

        assertThat(ConfiguredValues.read(environment, CATALOGUE))
                .containsOnly(Map.entry("bell.rings", "3"));
    }

    @Test
    void resolvesPlaceholders() {
        file(Map.of("bell.rings", "${times:4}"));

        assertThat(ConfiguredValues.read(environment, CATALOGUE))
                .containsOnly(Map.entry("bell.rings", "4"));
    }

    @Test
    @DisplayName("A-8: an unknown variable or key of the service's own prefix is refused by name")
    void refusesUnknownKeysOfItsOwn() {
        variables(Map.of("BELL_RING", "3"));

        assertThatThrownBy(() -> ConfiguredValues.read(environment, CATALOGUE))
                .hasMessage("unknown setting 'bell.ring'; did you mean 'bell.rings'?");
    }

    @Test
    @DisplayName("A-8: a key of nobody in the service's file is refused by name")
    void refusesKeysOfNobodyInTheFile() {
        file(Map.of("server.port", 0, "bels.rings", 2));

        assertThatThrownBy(() -> ConfiguredValues.read(environment, CATALOGUE))
                .hasMessage("unknown setting 'bels.rings'; did you mean 'bell.rings'?");
    }

    private void file(Map<String, Object> values) {
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "Config resource 'class path resource [bell.yml]'", values));
    }

    private void variables(Map<String, Object> values) {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                values));
    }
}
