package io.opspipeline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TelemetrySettingsTest {

    @Test
    void hasTheFiguresOfTheRules() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new TelemetrySettings(
                                10,
                                Duration.ofSeconds(90),
                                Duration.ofMinutes(3),
                                new TelemetrySettings.Quotes(Duration.ofMinutes(5), 23, 37, 0.02),
                                new TelemetrySettings.Volatility(8, 60, 0.05),
                                0.04));
    }

    @Test
    @DisplayName("A-8: a part of the chain that ends before it begins is refused")
    void refusesAnEmptyReach() {
        assertThatThrownBy(() -> bind(Map.of("telemetry.quotes.last-day", "22")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("must not be after");
    }

    private static TelemetrySettings bind(Map<String, String> values) {
        return SettingsBinder.simulated().bind(TelemetrySettings.class, values);
    }
}
