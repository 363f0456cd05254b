package io.opspipeline.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchlistSettingsTest {

    @Test
    void hasTheFiguresOfTheRules() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new WatchlistSettings(
                                new WatchlistSettings.Weight(0.40, 0.30, 0.20, 0.10),
                                60,
                                30,
                                Duration.ofMinutes(30),
                                20,
                                Duration.ofMinutes(10),
                                30));
    }

    @Test
    @DisplayName("A-8, A-44: weights that do not sum to 1 are refused")
    void refusesWeightsThatDoNotSumToOne() {
        assertThatThrownBy(() -> bind(Map.of("watchlist.weight.setup", "0.41")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("weights must sum to 1");
    }

    @Test
    void refusesLeavingAboveEntering() {
        assertThatThrownBy(() -> bind(Map.of("watchlist.leave-below", "61")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("leave-below must not exceed enter-from");
    }

    private static WatchlistSettings bind(Map<String, String> values) {
        return SettingsBinder.simulated().bind(WatchlistSettings.class, values);
    }
}
