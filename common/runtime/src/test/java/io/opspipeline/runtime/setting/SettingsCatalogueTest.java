package io.opspipeline.runtime.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.ports.setting.SettingsPrefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

class SettingsCatalogueTest {

    private final SettingsCatalogue catalogue = SettingsCatalogue.of(List.of(TradeSettings.class));

    @Test
    void derivesEverySettingFromTheRecords() {
        assertThat(catalogue.settings())
                .extracting(Setting::key)
                .containsExactly(
                        "trade.always",
                        "trade.bar-age",
                        "trade.cost.day",
                        "trade.cost.swing",
                        "trade.entries-from",
                        "trade.key",
                        "trade.least-volume",
                        "trade.max-exposure",
                        "trade.prices",
                        "trade.stock",
                        "trade.strategy");
        assertThat(catalogue.find("trade.least-volume"))
                .contains(
                        new Setting(
                                "trade.least-volume",
                                "int",
                                Optional.of("200"),
                                Optional.of(new Setting.Range("0", "100000")),
                                true,
                                "Least volume of a liquid contract"));
        assertThat(catalogue.find("trade.always").orElseThrow().type()).isEqualTo("Set<String>");
        assertThat(catalogue.find("trade.always").orElseThrow().defaultValue()).contains("SPY,QQQ");
    }

    @Test
    void checksOverridesWithoutBindingThem() {
        catalogue.check(Map.of("trade.cost.swing", "0.12"), RunMode.SIMULATED);

        assertThatThrownBy(
                        () -> catalogue.check(Map.of("trade.cost.swing", "2"), RunMode.SIMULATED))
                .hasMessageContaining("trade.cost.swing: 2 is out of range, allowed 0 to 1");
        assertThatThrownBy(() -> catalogue.check(Map.of("x", "2"), RunMode.SIMULATED))
                .hasMessageStartingWith("unknown setting 'x'");
    }

    @Test
    void refusesASettingWithoutDescription() {
        assertThatThrownBy(() -> SettingsCatalogue.of(List.of(Undescribed.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("undescribed.tries lacks @Described");
    }

    @SettingsPrefix("undescribed")
    record Undescribed(@DefaultValue("1") int tries) {}
}
