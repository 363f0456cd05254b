package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TradingApiTest {

    private RunningExchange exchange;
    private String contract;

    @BeforeEach
    void open() {
        exchange = new RunningExchange();
        contract = exchange.contract().toString();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void showsEachAccountItsOwn() {
        JsonNode large = exchange.large.get("/v2/account").json();
        JsonNode tiny = exchange.tiny.get("/v2/account").json();

        assertThat(large.get("account_number").asString()).isEqualTo("PAlarge");
        assertThat(large.get("cash")).isEqualTo(large.get("last_equity"));
        assertThat(large.get("cash").asString()).isEqualTo("100000");
        assertThat(tiny.get("options_buying_power").asString()).isEqualTo("500");
        assertThat(tiny.get("options_trading_level").isInt()).isTrue();
    }

    @Test
    void tellsTheTimeInNewYork() {
        assertThat(exchange.large.get("/v2/clock").text())
                .isEqualTo(
                        """
                        {"timestamp":"2025-06-12T09:40:00-04:00","is_open":true,\
                        "next_open":"2025-06-13T09:30:00-04:00",\
                        "next_close":"2025-06-12T16:00:00-04:00"}\
                        """);
    }

    @Test
    void listsSessions() {
        JsonNode days = exchange.large.get("/v2/calendar?start=2025-07-02&end=2025-07-06").json();

        assertThat(days.valueStream().map(day -> day.get("date").asString()))
                .containsExactly("2025-07-02", "2025-07-03");
        assertThat(days.get(1).get("close").asString()).isEqualTo("13:00");
        assertThat(days.get(1).get("settlement_date").asString()).isEqualTo("2025-07-07");
    }

    @Test
    void listsAssetsWithOptions() {
        JsonNode assets = exchange.large.get("/v2/assets?attributes=has_options").json();

        assertThat(assets.valueStream().map(asset -> asset.get("symbol").asString()))
                .containsExactly("AAPL", "SPY");
        assertThat(exchange.large.get("/v2/assets/SPY").at("/attributes/0").asString())
                .isEqualTo("has_options");
        assertThat(exchange.large.get("/v2/assets/NOPE").text())
                .isEqualTo("{\"code\":40410000,\"message\":\"asset not found for NOPE\"}");
    }

    @Test
    void listsContractsUpToTheWeekendUnlessAsked() {
        JsonNode soon =
                exchange.large
                        .get("/v2/options/contracts?underlying_symbols=AAPL&limit=10000")
                        .at("/option_contracts");

        assertThat(soon.valueStream().map(row -> row.get("expiration_date").asString()))
                .isNotEmpty()
                .allMatch(expiry -> expiry.compareTo("2025-06-15") <= 0);
    }

    @Test
    void pagesContracts() {
        String path =
                "/v2/options/contracts?underlying_symbols=AAPL&expiration_date_lte=2026-12-31"
                        + "&strike_price_gte=190&strike_price_lte=210&limit=25";

        List<String> seen =
                exchange.large.pages(path).stream()
                        .flatMap(page -> page.get("option_contracts").valueStream())
                        .map(row -> row.get("symbol").asString())
                        .toList();

        assertThat(seen)
                .isEqualTo(
                        exchange.market.options(RunningExchange.AAPL).stream()
                                .map(listing -> listing.symbol())
                                .filter(TradingApiTest::isNear)
                                .sorted()
                                .map(OccSymbol::toString)
                                .toList())
                .hasSizeGreaterThan(50);
    }

    @Test
    void showsAContract() {
        JsonNode row = exchange.large.get("/v2/options/contracts/" + contract).json();

        assertThat(row.get("strike_price").isString()).isTrue();
        assertThat(row.get("multiplier").asString()).isEqualTo("100");
        assertThat(exchange.large.get("/v2/options/contracts/AAPL231110C00021000").text())
                .isEqualTo(
                        "{\"code\":40410000,\"message\":\"option contract AAPL231110C00021000 not found\"}");
    }

    private static boolean isNear(OccSymbol symbol) {
        double strike = symbol.strike().asDouble();
        return strike >= 190 && strike <= 210 && symbol.expiry().getYear() <= 2026;
    }
}
