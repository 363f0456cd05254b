package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every answer has the members, types and words of Alpaca's own published description.
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiTest {

    private OpenApi trading;
    private OpenApi prices;
    private RunningExchange exchange;
    private String contract;
    private String order;

    @BeforeAll
    void open() {
        trading = OpenApi.read(SharedFiles.require("alpaca-openapi/trading-openapi.yaml"));
        prices = OpenApi.read(SharedFiles.require("alpaca-openapi/data-openapi.yaml"));
        exchange = new RunningExchange();
        contract = exchange.contract().toString();
        order = buy("held").at("/id").asString();
    }

    @AfterAll
    void close() {
        if (exchange != null) {
            exchange.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/account, /v2/account",
        "/v2/clock, /v2/clock",
        "/v2/calendar, /v2/calendar?start=2025-06-01&end=2025-07-31",
        "/v2/assets, /v2/assets",
        "/v2/assets/{symbol_or_asset_id}, /v2/assets/SPY",
        "/v2/options/contracts, /v2/options/contracts?limit=50",
        "/v2/options/contracts/{symbol_or_id}, /v2/options/contracts/{contract}",
        "/v2/orders, /v2/orders?status=all",
        "/v2/orders/{order_id}, /v2/orders/{order}",
        "/v2/orders:by_client_order_id, /v2/orders:by_client_order_id?client_order_id=held",
        "/v2/positions, /v2/positions",
        "/v2/positions/{symbol_or_asset_id}, /v2/positions/{contract}"
    })
    void answersTheTradingApi(String operation, String path) {
        check(trading, operation, path);
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/stocks/bars, '/v2/stocks/bars?symbols=AAPL,SPY&limit=5'",
        "/v2/stocks/snapshots, '/v2/stocks/snapshots?symbols=AAPL,SPY'",
        "/v2/stocks/quotes/latest, /v2/stocks/quotes/latest?symbols=AAPL",
        "/v2/stocks/bars/latest, /v2/stocks/bars/latest?symbols=AAPL",
        "/v2/stocks/trades/latest, /v2/stocks/trades/latest?symbols=AAPL",
        "/v1beta1/options/snapshots/{underlying_symbol}, /v1beta1/options/snapshots/AAPL",
        "/v1beta1/options/snapshots, /v1beta1/options/snapshots?symbols={contract}",
        "/v1beta1/options/quotes/latest, /v1beta1/options/quotes/latest?symbols={contract}",
        "/v1/corporate-actions, /v1/corporate-actions?symbols=AAPL"
    })
    void answersTheDataApi(String operation, String path) {
        check(prices, operation, path);
    }

    @Test
    void answersANewOrder() {
        Client.Reply reply = buy("another");

        assertThat(trading.faults("post", "/v2/orders", 200, reply.json())).isEmpty();
    }

    @Test
    void answersACancelOfEverything() {
        Client.Reply reply = exchange.tiny.delete("/v2/orders");

        assertThat(trading.faults("delete", "/v2/orders", 207, reply.json())).isEmpty();
    }

    @Test
    void seesAWrongAnswer() {
        Client.Reply clock = exchange.large.get("/v2/clock");

        assertThat(trading.faults("get", "/v2/account", 200, clock.json())).isNotEmpty();
        assertThat(prices.faults("get", "/v2/stocks/bars", 200, clock.json())).isNotEmpty();
    }

    private void check(OpenApi api, String operation, String path) {
        Client.Reply reply =
                exchange.large.get(path.replace("{contract}", contract).replace("{order}", order));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isNotIn(List.of("{}", "[]"));
        assertThat(api.faults("get", operation, 200, reply.json())).isEmpty();
    }

    private Client.Reply buy(String name) {
        return exchange.large.post(
                "/v2/orders",
                """
                {"symbol":"%s","qty":"1","side":"buy","type":"limit","limit_price":"%s",
                 "time_in_force":"day","client_order_id":"%s"}\
                """
                        .formatted(contract, exchange.quote(exchange.contract()).ask(), name));
    }
}
