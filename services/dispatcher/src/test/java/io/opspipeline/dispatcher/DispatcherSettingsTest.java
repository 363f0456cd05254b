package io.opspipeline.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.dispatcher.rules.ContractLimits;
import io.opspipeline.dispatcher.rules.Entries;
import io.opspipeline.runtime.setting.RunMode;
import io.opspipeline.runtime.setting.SettingsBinder;
import io.opspipeline.runtime.setting.SettingsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DispatcherSettingsTest {

    @Test
    @DisplayName("A-61: without any setting the gates have the figures of the trading rules")
    void hasTheFiguresOfTheRules() {
        assertThat(bound(Map.of()).entryLimits()).isEqualTo(Entries.LIMITS);
    }

    @Test
    @DisplayName("A-71, A-74: without any setting contracts are chosen by the trading rules")
    void choosesByTheRules() {
        assertThat(bound(Map.of()).contractLimits())
                .isEqualTo(
                        new ContractLimits(
                                new ContractLimits.Days(14, 30),
                                new ContractLimits.Days(7, 13),
                                new ContractLimits.Days(0, 1),
                                0.015,
                                0.35,
                                Duration.ofSeconds(60),
                                0.10,
                                new BigDecimal("0.30"),
                                0.05,
                                200,
                                500,
                                10,
                                40,
                                0.04));
    }

    @Test
    @DisplayName("A-10: a figure out of range is refused by its key")
    void refusesAFigureOutOfRange() {
        assertThatThrownBy(() -> bound(Map.of("dispatcher.ladder.ceiling", "1.5")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("dispatcher.ladder.ceiling");
    }

    @Test
    @DisplayName("A-11, incident 35: the least option volume cannot be lowered in LIVE")
    void keepsTheSafetyFloors() {
        Map<String, String> lower = Map.of("dispatcher.contract.volume", "100");

        assertThatThrownBy(() ->
                        new SettingsBinder(RunMode.LIVE).bind(DispatcherSettings.class, lower))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("dispatcher.contract.volume");
        assertThat(bound(lower).contractLimits().volume()).isEqualTo(100);
    }

    @Test
    @DisplayName("A-10: days to expiry that no contract could meet are refused together")
    void refusesDaysInTheWrongOrder() {
        assertThatThrownBy(() -> bound(Map.of("dispatcher.contract.swing-far-first", "31")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("settings dispatcher.contract: days to expiry must go up");
    }

    private static DispatcherSettings bound(Map<String, String> values) {
        return SettingsBinder.simulated().bind(DispatcherSettings.class, values);
    }
}
