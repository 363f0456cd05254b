package io.opspipeline.alpaca;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.access.AlpacaKeys;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.BrokerOrderId;
import io.opspipeline.domain.order.ClientOrderId;
import io.opspipeline.domain.order.OrderRequest;
import io.opspipeline.domain.order.Side;
import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.broker.SubmitResult;
import io.opspipeline.ports.store.Provenance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// What services are given by [AlpacaPorts], with ears at every way out of this machine.
class SimulatedModeTest {

    private static final String PAPER = "https://paper-api.alpaca.markets";

    private final Outside outside = new Outside();
    private final FakeAlpaca exchange = new FakeAlpaca();

    @AfterEach
    void close() {
        exchange.close();
        outside.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://paper-api.alpaca.markets, http://127.0.0.1:1, trading URL https://paper-api.alpaca.markets",
        "https://api.alpaca.markets, http://127.0.0.1:1, trading URL https://api.alpaca.markets",
        "https://API.Alpaca.Markets, http://127.0.0.1:1, trading URL https://API.Alpaca.Markets",
        "https://api.alpaca.markets., http://127.0.0.1:1, trading URL https://api.alpaca.markets.",
        "http://127.0.0.1:1, https://data.alpaca.markets, data URL https://data.alpaca.markets"
    })
    @DisplayName(
            "A-67: a simulated service that is told of a real broker does not start, and says where")
    void refusesARealBroker(String trading, String data, String named) {
        assertThatThrownBy(() -> launch(Provenance.Mode.SIMULATED, trading, data))
                .hasRootCauseMessage("mode SIMULATED does not go with " + named);
        assertThat(outside.heard()).isEmpty();
    }

    @Test
    @DisplayName(
            "A-67: in SIMULATED orders, books and prices are asked of the exchange and of nobody else")
    void asksTheExchangeAlone() {
        exchange.on("/v2/orders", Answer.of(403, "{'code':40310000,'message':'no'}"));
        exchange.on("/v2/positions", "[]");
        String url = exchange.url().toString();

        try (var context = launch(Provenance.Mode.SIMULATED, url, url)) {
            AlpacaClients alpaca = context.getBean(AlpacaClients.class);
            assertThat(alpaca.orderEntry().submit(order()))
                    .isInstanceOf(SubmitResult.Refused.class);
            alpaca.orderEntry().cancel(LARGE, new BrokerOrderId("b1"));
            assertThat(alpaca.books().positions(LARGE)).isEmpty();
            assertThatThrownBy(() -> alpaca.marketData().snapshots(Set.of(Ticker.of("AAPL"))))
                    .isInstanceOf(BrokerUnavailable.class);
        }

        assertThat(exchange.asked())
                .extracting(asked -> asked.method() + " " + asked.path())
                .contains(
                        "POST /v2/orders",
                        "DELETE /v2/orders/b1",
                        "GET /v2/positions",
                        "GET /v2/stocks/snapshots");
        assertThat(outside.heard()).isEmpty();
    }

    @Test
    @DisplayName("A-67: an exchange that points to a broker is not followed there")
    void followsNobodyOutside() {
        exchange.on("/v2/orders", new Answer(307, "", Map.of("Location", PAPER + "/v2/orders")));
        String url = exchange.url().toString();

        try (var context = launch(Provenance.Mode.SIMULATED, url, url)) {
            var _ = context.getBean(AlpacaClients.class).orderEntry().submit(order());
        }

        assertThat(exchange.asked()).isNotEmpty();
        assertThat(outside.heard()).isEmpty();
    }

    @Test
    @DisplayName("A-67: what does go to a broker, as in PAPER, is heard: the silence above is one")
    void hearsWhatGoesOut() {
        try (var context = launch(Provenance.Mode.PAPER, PAPER, exchange.url().toString())) {
            assertThat(context.getBean(AlpacaClients.class).orderEntry().submit(order()))
                    .isNotInstanceOf(SubmitResult.Accepted.class);
        }

        assertThat(outside.heard()).startsWith("CONNECT paper-api.alpaca.markets:443 HTTP/1.1");
    }

    private static AnnotationConfigApplicationContext launch(
            Provenance.Mode mode, String trading, String data) {
        return ServiceSide.launch(mode, trading, data, keys(), Map.of(), (_, _, _, _, _) -> {});
    }

    private static AlpacaKeys keys() {
        return AlpacaKeys.fixed(
                Map.of(LARGE, new AlpacaCredentials("key-large", "secret-large")), LARGE);
    }

    private static OrderRequest order() {
        return new OrderRequest(
                new ClientOrderId("c1"),
                LARGE,
                Instrument.ofSymbol("AAPL260116C00250000"),
                Side.BUY,
                2,
                Optional.of(Price.of("10")));
    }
}
