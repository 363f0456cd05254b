package io.opspipeline.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsException;
import io.opspipeline.signals.rules.SignalMode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsSettingsTest {

    @Test
    void hasTheFiguresOfTheRules() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new SignalsSettings(
                                SignalMode.OPTIONS_ONLY,
                                new SignalsSettings.Condition(1.2, 0.02),
                                new SignalsSettings.Confidence(0.45, 0.35),
                                new SignalsSettings.Weight(0.25, 0.20, 0.20, 0.15),
                                new SignalsSettings.Factor(1.15, 0.85, 1.15, 2),
                                Duration.ofMinutes(3),
                                Duration.ofMinutes(15)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("A-8, A-10: what is out of range or unknown is refused by name")
    @CsvSource({
        "signals.mode, stocks",
        "signals.confidence.option, 1.1",
        "signals.confidence.option, NaN",
        "signals.factor.opposes, 1.01",
        "signals.weight.trend, 0.5",
        "signals.oldest-bar, 59s",
        "signals.oldest-bars, 60s",
    })
    void refusesBadValues(String key, String value) {
        String group = key.substring(0, key.lastIndexOf('.'));
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(group);
    }

    private static SignalsSettings bind(Map<String, String> values) {
        return SettingsBinder.simulated().bind(SignalsSettings.class, values);
    }
}
