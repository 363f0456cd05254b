package io.opspipeline.runtime.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.account.Strategy;
import io.opspipeline.domain.money.Money;
import io.opspipeline.ports.setting.Described;
import io.opspipeline.ports.setting.SettingsPrefix;
import io.opspipeline.runtime.log.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

class SettingsBinderTest {

    @Test
    void takesTheDefaultsOfWhatIsNotGiven() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new TradeSettings(
                                new TradeSettings.Cost(
                                        new BigDecimal("0.04"), new BigDecimal("0.06")),
                                Duration.ofMinutes(2),
                                200,
                                LocalTime.of(9, 35),
                                Money.of("10000"),
                                Strategy.SWING,
                                Set.of("SPY", "QQQ"),
                                Optional.empty(),
                                false,
                                new Secret("none")));
    }

    @Test
    void takesWhatIsGiven() {
        TradeSettings settings =
                bind(
                        Map.of(
                                "trade.cost.swing", "0.12",
                                "trade.bar-age", "PT1M",
                                "trade.strategy", "day",
                                "trade.always", "SPY, IWM",
                                "trade.prices", "tiny"));

        assertThat(settings.cost().swing()).isEqualByComparingTo("0.12");
        assertThat(settings.barAge()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.strategy()).isEqualTo(Strategy.DAY);
        assertThat(settings.always()).containsExactly("SPY", "IWM");
        assertThat(settings.prices()).contains(new AccountId("tiny"));
    }

    @Test
    @DisplayName("A-8: an unknown key is refused by name, with the nearest known one")
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> bind(Map.of("trade.cost.swng", "0.12")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("unknown setting 'trade.cost.swng'; did you mean 'trade.cost.swing'?");
    }

    @ParameterizedTest
    @DisplayName("A-8: a value of the wrong type is refused with key, value and what is allowed")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "trade.cost.swing | lots | 'lots' cannot be read as BigDecimal, allowed 0 to 1",
                "trade.cost.swing | \"\" | '' cannot be read as BigDecimal, allowed 0 to 1",
                "trade.bar-age    | soon | 'soon' cannot be read as Duration, allowed 30s to 10m",
                "trade.entries-from | 9h | '9h' cannot be read as LocalTime",
                "trade.stock      | yes  | 'yes' cannot be read as boolean (known: true, false)",
                "trade.strategy   | HOLD | 'HOLD' cannot be read as Strategy (known: [SWING, DAY])",
                "trade.prices     | A B  | 'A B' cannot be read as Optional<AccountId> (account id must",
                "trade.max-exposure | 1k | '1k' cannot be read as Money, allowed 0 to 1000000",
            })
    void refusesAWrongType(String key, String value, String message) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("setting " + key + ": " + message);
    }

    @ParameterizedTest
    @DisplayName("A-8: a value out of range is refused with key, value and range")
    @CsvSource({
        "trade.cost.swing, 1.01, 0 to 1",
        "trade.cost.day, -0.01, 0 to 1",
        "trade.bar-age, 29s, 30s to 10m",
        "trade.max-exposure, 1000000.01, 0 to 1000000",
    })
    void refusesAValueOutOfRange(String key, String value, String range) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .hasMessage(
                        "setting %s: %s is out of range, allowed %s".formatted(key, value, range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1.000"})
    void takesTheEndsOfARange(String value) {
        assertThat(bind(Map.of("trade.cost.swing", value)).cost().swing())
                .isEqualByComparingTo(value);
    }

    @Test
    @DisplayName("A-8: values that do not fit together are refused")
    void refusesValuesThatDoNotFitTogether() {
        assertThatThrownBy(() -> bind(Map.of("trade.stock", "true", "trade.strategy", "DAY")))
                .hasMessage("settings trade: stock cannot be traded DAY");
    }

    @ParameterizedTest
    @DisplayName("A-11: a safety floor can be lowered in SIMULATED only")
    @ValueSource(strings = {"PAPER", "LIVE"})
    void keepsSafetyFloors(String mode) {
        Map<String, String> lower = Map.of("trade.least-volume", "199");
        Map<String, String> higher = Map.of("trade.least-volume", "201");
        var strict = new SettingsBinder(RunMode.of(mode));

        assertThat(bind(lower).leastVolume()).isEqualTo(199);
        assertThat(strict.bind(TradeSettings.class, higher).leastVolume()).isEqualTo(201);
        assertThatThrownBy(() -> strict.bind(TradeSettings.class, lower))
                .hasMessage(
                        "setting trade.least-volume: 199 is below its safety floor 200,"
                                + " which holds outside SIMULATED");
    }

    @Test
    @DisplayName("A-8: a required setting that is missing is named, never guessed")
    void namesAMissingSetting() {
        assertThatThrownBy(() -> SettingsBinder.simulated().bind(Required.class, Map.of()))
                .hasMessage("setting required.url: missing (Where the broker answers)");
    }

    @Test
    void neverShowsASecret() {
        assertThat(bind(Map.of("trade.key", "do-not-show")).toString())
                .contains("key=***")
                .doesNotContain("do-not-show");
    }

    private static TradeSettings bind(Map<String, String> values) {
        return SettingsBinder.simulated().bind(TradeSettings.class, values);
    }

    @SettingsPrefix("required")
    record Required(
            @Described("Where the broker answers") String url,
            @Described("How often") @DefaultValue("3") int tries) {}
}
