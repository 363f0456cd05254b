package io.opspipeline.runtime.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CurrentSettingsTest {

    private final CurrentSettings<TradeSettings> settings =
            new CurrentSettings<>(
                    TradeSettings.class,
                    SettingsBinder.simulated(),
                    Map.of("trade.cost.swing", "0.05", "trade.cost.day", "0.05"),
                    Map.of("trade.cost.day", "0.07"));

    @Test
    void storedValuesWinOverFilesAndTheCommandLineOverBoth() {
        assertThat(settings.reload(Map.of("trade.cost.swing", "0.1", "trade.cost.day", "0.1")))
                .isEmpty();

        assertThat(settings.get().cost().swing()).isEqualByComparingTo("0.1");
        assertThat(settings.get().cost().day()).isEqualByComparingTo("0.07");
    }

    @Test
    @DisplayName("A-8, incident 69: a reload that fails keeps the last good values and says so")
    void keepsTheLastGoodValues() {
        settings.reload(Map.of("trade.cost.swing", "0.1"));

        assertThat(settings.reload(Map.of("trade.cost.swing", "{swing: .3}")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("trade.cost.swing"));
        assertThat(settings.get().cost().swing()).isEqualByComparingTo("0.1");
        assertThat(settings.fault()).isPresent();

        settings.reload(Map.of());
        assertThat(settings.fault()).isEmpty();
        assertThat(settings.get().cost().swing()).isEqualByComparingTo("0.05");
    }

    @Test
    void leavesStoredValuesOfOthersAlone() {
        assertThat(settings.reload(Map.of("features.coverage", "0.8"))).isEmpty();
    }

    @Test
    @DisplayName("A-8: an unknown stored key of its own is a fault")
    void reportsAnUnknownStoredKey() {
        assertThat(settings.reload(Map.of("trade.cost.swng", "0.1"))).isPresent();
    }
}
