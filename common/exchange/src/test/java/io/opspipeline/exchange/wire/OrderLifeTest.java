package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderLifeTest {

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
    void buysHoldsAndSells() {
        JsonNode bought = order(exchange.large, "buy", "2", ask(), "first").json();
        JsonNode position = exchange.large.get("/v2/positions/" + contract).json();
        JsonNode sold = order(exchange.large, "sell", "2", "0.01", "second").json();

        assertThat(bought.get("status").asString()).isEqualTo("filled");
        assertThat(bought.get("filled_qty").asString()).isEqualTo("2");
        assertThat(position.get("qty").asString()).isEqualTo("2");
        assertThat(position.get("asset_class").asString()).isEqualTo("us_option");
        assertThat(sold.get("status").asString()).isEqualTo("filled");
        assertThat(exchange.large.get("/v2/positions").text()).isEqualTo("[]");
        assertThat(exchange.large.get("/v2/positions/" + contract).text())
                .isEqualTo("{\"code\":40410000,\"message\":\"position does not exist\"}");
    }

    @Test
    void findsAnOrderByBothNames() {
        JsonNode sent = order(exchange.large, "buy", "1", "0.05", "mine").json();
        String id = sent.get("id").asString();

        assertThat(exchange.large.get("/v2/orders/" + id).json()).isEqualTo(sent);
        assertThat(exchange.large.get("/v2/orders:by_client_order_id?client_order_id=mine").json())
                .isEqualTo(sent);
        assertThat(exchange.tiny.get("/v2/orders/" + id).text())
                .isEqualTo("{\"code\":40410000,\"message\":\"order not found for " + id + "\"}");
    }

    @Test
    void cancelsOnce() {
        String id = order(exchange.large, "buy", "1", "0.05", "mine").at("/id").asString();

        Client.Reply canceled = exchange.large.delete("/v2/orders/" + id);
        exchange.venue.advanceTo(exchange.minute(11));

        assertThat(canceled.status()).isEqualTo(204);
        assertThat(canceled.text()).isEmpty();
        assertThat(exchange.large.get("/v2/orders/" + id).at("/status").asString())
                .isEqualTo("canceled");
        assertThat(exchange.large.delete("/v2/orders/" + id).text())
                .isEqualTo(
                        "{\"code\":42210000,\"message\":\"order is already in \\\"canceled\\\" state\"}");
        assertThat(exchange.large.delete("/v2/orders/nothing").status()).isEqualTo(404);
    }

    @Test
    void cancelsEverythingOpen() {
        order(exchange.large, "buy", "1", "0.05", "a");
        order(exchange.large, "buy", "1", "0.10", "b");

        Client.Reply canceled = exchange.large.delete("/v2/orders");
        exchange.venue.advanceTo(exchange.minute(11));

        assertThat(canceled.status()).isEqualTo(207);
        assertThat(canceled.json().valueStream().map(row -> row.get("status").asInt()))
                .containsExactly(200, 200);
        assertThat(exchange.large.get("/v2/orders").text()).isEqualTo("[]");
    }

    @Test
    void listsOrdersByStatusSymbolAndPlace() {
        order(exchange.large, "buy", "1", ask(), "a");
        order(exchange.large, "buy", "1", "0.05", "b");
        String second = order(exchange.large, "buy", "1", "0.10", "c").at("/id").asString();
        order(exchange.large, "buy", "1", "0.15", "d");

        assertThat(names("")).containsExactly("d", "c", "b");
        assertThat(names("?status=closed")).containsExactly("a");
        assertThat(names("?status=all&direction=asc&limit=2")).containsExactly("a", "b");
        assertThat(names("?symbols=AAPL")).isEmpty();
        assertThat(names("?symbols=AAPL&asset_class=us_option")).containsExactly("d", "c", "b");
        assertThat(names("?after_order_id=" + second)).containsExactly("d");
        assertThat(names("?after=" + exchange.minute(10))).isEmpty();
        assertThat(names("?status=all&until=" + exchange.minute(11))).hasSize(4);
    }

    @Test
    void refusesAnIdUsedBefore() {
        order(exchange.large, "buy", "1", "0.05", "mine");

        Client.Reply again = order(exchange.large, "buy", "1", "0.05", "mine");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .isEqualTo("{\"code\":40010001,\"message\":\"client_order_id must be unique\"}");
    }

    @Test
    void refusesWhatTheAccountCannotPay() {
        Client.Reply refused = order(exchange.tiny, "buy", "50", ask(), "mine");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/code").asInt()).isEqualTo(40310000);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(exchange.large.post("/v2/orders", "not json").status()).isEqualTo(400);
        assertThat(exchange.large.post("/v2/orders", "{}").status()).isEqualTo(400);
        assertThat(exchange.large.post("/v2/orders", "{\"order_class\":\"bracket\"}").text())
                .isEqualTo(
                        "{\"code\":42210000,\"message\":\"complex orders not supported for options trading\"}");
        assertThat(exchange.large.get("/v2/orders?status=lost").text())
                .isEqualTo("{\"code\":40010000,\"message\":\"invalid status: lost\"}");
        assertThat(order(exchange.large, "hold", "1", "1", "x").status()).isEqualTo(400);
        assertThat(order(exchange.large, "buy", "1e9999999", "1", "x").status()).isEqualTo(400);
    }

    private java.util.List<String> names(String query) {
        return exchange.large
                .get("/v2/orders" + query)
                .json()
                .valueStream()
                .map(order -> order.get("client_order_id").asString())
                .toList();
    }

    private String ask() {
        return exchange.quote(exchange.contract()).ask().toPlainString();
    }

    private Client.Reply order(
            Client client, String side, String quantity, String limit, String name) {
        return client.post(
                "/v2/orders",
                """
                {"symbol":"%s","qty":"%s","side":"%s","type":"limit","limit_price":"%s",
                 "time_in_force":"day","client_order_id":"%s"}\
                """
                        .formatted(contract, quantity, side, limit, name));
    }
}
