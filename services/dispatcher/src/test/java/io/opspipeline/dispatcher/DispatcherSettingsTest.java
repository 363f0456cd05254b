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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "dispatcher.contract.volume, 199",
        "dispatcher.contract.open-interest, 499",
        "dispatcher.contract.size, 9"
    })
    @DisplayName("A-11, incident 35: what makes a contract liquid is not lowered outside SIMULATED")
    void keepsTheSafetyFloors(String key, String value) {
        Map<String, String> lower = Map.of(key, value);

        for (RunMode mode : List.of(RunMode.PAPER, RunMode.LIVE)) {
            assertThatThrownBy(() -> new SettingsBinder(mode).bind(DispatcherSettings.class, lower))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(key);
        }
        assertThat(bound(lower)).isNotEqualTo(bound(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"0.28, 1, true", "0.5, 0.24, true", "0.5, 0.26, false"})
    @DisplayName("A-54, incident 40: an entry that its own stop would close at once is refused")
    void refusesEntriesThatDoNotSurviveTheirStop(String spread, String cost, boolean survives) {
        Map<String, String> values =
                Map.of("dispatcher.contract.spread", spread, "dispatcher.cost.day", cost);

        if (survives) {
            assertThat(bound(values).contract().spread()).isEqualTo(Double.parseDouble(spread));
        } else {
            assertThatThrownBy(() -> bound(values))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("contract.spread 0.5")
                    .hasMessageContaining("cost.day 0.26");
        }
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
