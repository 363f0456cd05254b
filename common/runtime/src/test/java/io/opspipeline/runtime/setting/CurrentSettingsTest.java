package io.opspipeline.runtime.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.SettingInForce;
import io.opspipeline.ports.setting.SettingInForce.Source;
import io.opspipeline.ports.setting.SettingsPrefix;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

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

    @Test
    @DisplayName("A-8: beside a bad value the good ones are in force, after a restart too")
    void takesTheGoodValuesBesideABadOne() {
        settings.reload(Map.of("trade.cost.swing", "0.1", "trade.bar-age", "soon"));

        assertThat(settings.get().cost().swing()).isEqualByComparingTo("0.1");
        assertThat(settings.get().barAge()).hasSeconds(120);
        assertThat(settings.faults()).containsOnlyKeys("trade.bar-age");
    }

    @Test
    @DisplayName("A-8: every bad value is a fault of its own")
    void namesEveryBadValue() {
        settings.reload(Map.of("trade.cost.swing", "7", "trade.bar-age", "soon"));

        assertThat(settings.faults()).containsOnlyKeys("trade.cost.swing", "trade.bar-age");
    }

    @Test
    @DisplayName("A-8: values that are bad together keep the last good ones")
    void keepsTheLastGoodOnesTogether() {
        settings.reload(Map.of("trade.stock", "true", "trade.strategy", "DAY"));

        assertThat(settings.faults())
                .containsExactly(Map.entry("trade", "settings trade: stock cannot be traded DAY"));
        assertThat(settings.get().stock()).isFalse();
    }

    @Test
    @DisplayName("A-8: a part refuses values at the start, and again when they change")
    void asksThePartsOfTheService() {
        Consumer<TradeSettings> patient =
                trade -> {
                    if (trade.barAge().toSeconds() < 60) {
                        throw new IllegalArgumentException("nobody is so fast");
                    }
                };
        settings.require(patient);

        assertThat(settings.reload(Map.of("trade.bar-age", "30s")))
                .contains("settings trade: nobody is so fast");
        assertThat(settings.get().barAge()).hasSeconds(120);
        var hasty =
                new CurrentSettings<>(
                        TradeSettings.class,
                        SettingsBinder.simulated(),
                        Map.of("trade.bar-age", "30s"),
                        Map.of());
        assertThatThrownBy(() -> hasty.require(patient))
                .isInstanceOf(SettingsException.class)
                .hasMessage("settings trade: nobody is so fast");
    }

    @Test
    @DisplayName("A-11, incident 35: a stored value below its floor is refused outside SIMULATED")
    void keepsTheFloor() {
        var live =
                new CurrentSettings<>(
                        TradeSettings.class, new SettingsBinder(RunMode.LIVE), Map.of(), Map.of());

        assertThat(live.reload(Map.of("trade.least-volume", "10")))
                .hasValueSatisfying(fault -> assertThat(fault).contains("safety floor 200"));
        assertThat(live.get().leastVolume()).isEqualTo(200);
    }

    @Test
    @DisplayName("A-8: a stored value of settings that are read at the start alone is a fault")
    void refusesWhatWouldNeverBeInForce() {
        var wires =
                new CurrentSettings<>(
                        WireSettings.class, SettingsBinder.simulated(), Map.of(), Map.of());

        wires.reload(Map.of("wires.length", "2"));
        assertThat(wires.faults().get("wires.length")).contains("read at the start alone");
        assertThat(wires.get().length()).isEqualTo(1);
    }

    @SettingsPrefix(value = "wires", fixed = true)
    record WireSettings(@Described("Metres") @DefaultValue("1") int length) {}

    @Test
    @DisplayName("A-12: what is in force is told with its source, secrets never")
    void tellsWhatIsInForce() {
        settings.reload(Map.of("trade.bar-age", "60s", "trade.key", "geheim"));

        assertThat(settings.inForce())
                .containsExactly(
                        new SettingInForce("trade.bar-age", "60s", Source.STORED),
                        new SettingInForce("trade.cost.day", "0.07", Source.COMMAND_LINE),
                        new SettingInForce("trade.cost.swing", "0.05", Source.FILE));
    }
}
