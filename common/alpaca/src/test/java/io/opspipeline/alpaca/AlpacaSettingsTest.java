package io.opspipeline.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.ports.store.Provenance;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlpacaSettingsTest {

    @ParameterizedTest
    @DisplayName(
            "A-14, A-67: the trading URL is that of the mode; SIMULATED reaches no real broker")
    @CsvSource({
        "SIMULATED, http://127.0.0.1:8080, true",
        "SIMULATED, http://10.1.1.1:8080, false",
        "SIMULATED, https://API.alpaca.markets, false",
        "SIMULATED, https://paper-api.alpaca.markets, false",
        "SIMULATED, https://api.alpaca.markets, false",
        "PAPER, https://paper-api.alpaca.markets, true",
        "PAPER, https://api.alpaca.markets, false",
        "PAPER, http://127.0.0.1:8080, true",
        "PAPER, http://10.1.1.1:8080, false",
        "LIVE, http://127.0.0.1:8080, false",
        "LIVE, https://api.alpaca.markets, true",
        "LIVE, https://paper-api.alpaca.markets, false"
    })
    void agreesWithTheMode(Provenance.Mode mode, String url, boolean agrees) {
        AlpacaSettings settings =
                mode == Provenance.Mode.SIMULATED ? at(url, "http://127.0.0.1:8080") : at(url);
        if (agrees) {
            assertThatCode(() -> settings.requireAgreement(mode)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> settings.requireAgreement(mode))
                    .hasMessage("mode " + mode + " does not go with trading URL " + url);
        }
    }

    @Test
    void findsTheStreamsBesideTheApis() {
        AlpacaSettings alpaca = at("https://paper-api.alpaca.markets");
        assertThat(alpaca.tradingStreamUrl()).hasToString("wss://paper-api.alpaca.markets/stream");
        assertThat(alpaca.barStreamUrl()).hasToString("wss://stream.data.alpaca.markets/v2/sip");
        assertThat(at("http://127.0.0.1:8080").tradingStreamUrl())
                .hasToString("ws://127.0.0.1:8080/stream");
    }

    private static AlpacaSettings at(String url) {
        return at(url, "https://data.alpaca.markets");
    }

    private static AlpacaSettings at(String url, String dataUrl) {
        return new AlpacaSettings(
                URI.create(url),
                URI.create(dataUrl),
                "sip",
                "opra",
                Duration.ofSeconds(10),
                200,
                200,
                Optional.empty(),
                0,
                1);
    }
}
