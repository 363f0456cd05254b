package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.exchange.venue.Faults;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderStreamTest {

    private static final String AUTHORIZED =
            "bytes:{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}";
    private static final String LISTENING =
            "bytes:{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}";

    @Test
    void answersBothFormsOfAuthInBytes() {
        try (var exchange = new RunningExchange();
                StreamClient now = stream(exchange);
                StreamClient older = stream(exchange)) {
            now.say(auth("large"))
                    .say(
                            "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\",\"x\"]}}");
            older.say(
                    "{\"action\":\"authenticate\",\"data\":{\"key_id\":\"key-tiny\",\"secret_key\":\"secret-tiny\"}}");

            assertThat(now.next(2)).containsExactly(AUTHORIZED, LISTENING);
            assertThat(older.next()).isEqualTo(AUTHORIZED);
            assertThat(exchange.server.framesSent()).isEqualTo(3);
        }
    }

    @Test
    void refusesAWrongKeyAndListeningBeforeAuth() {
        try (var exchange = new RunningExchange();
                StreamClient client = stream(exchange)) {
            client.say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}")
                    .say("{\"action\":\"auth\",\"key\":\"key-large\",\"secret\":\"guess\"}");

            assertThat(client.next(2))
                    .containsExactly(
                            "bytes:{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"listen\"}}",
                            "bytes:{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"authenticate\"}}");
        }
    }

    @Test
    void tellsTheLifeOfAnOrderToItsAccountWhenFlushed() {
        try (var exchange = new RunningExchange();
                StreamClient large = listening(exchange, "large");
                StreamClient tiny = listening(exchange, "tiny")) {
            assertThat(exchange.server.listeners().orderEvents()).hasToString("[large, tiny]");
            buy(exchange, "mine");
            long before = exchange.server.framesSent();
            exchange.server.flush();

            List<JsonNode> told = Stream.generate(large::object).limit(2).toList();

            assertThat(before).isEqualTo(4);
            assertThat(exchange.server.framesSent()).isEqualTo(6);
            assertThat(told)
                    .extracting(frame -> frame.at("/data/event").asString())
                    .containsExactly("new", "fill");
            assertThat(told.getLast().at("/data/qty").asString()).isEqualTo("1");
            assertThat(told.getLast().at("/data/position_qty").asString()).isEqualTo("1");
            assertThat(told.getLast().at("/data/order/client_order_id").asString())
                    .isEqualTo("mine");
            assertThat(tiny.heardNothingMore()).isTrue();
        }
    }

    @Test
    void doesNotReplayWhatHappenedBefore() {
        try (var exchange = new RunningExchange()) {
            buy(exchange, "early");
            try (StreamClient late = listening(exchange, "large")) {
                buy(exchange, "mine");
                exchange.server.flush();

                assertThat(late.object().at("/data/order/client_order_id").asString())
                        .isEqualTo("mine");
            }
        }
    }

    @Test
    void tellsAtOnceWhenImmediate() {
        try (var exchange = new RunningExchange(WireSettings.immediate(), Faults.none());
                StreamClient client = listening(exchange, "large")) {
            buy(exchange, "mine");

            assertThat(client.object().at("/data/event").asString()).isEqualTo("new");
        }
    }

    private static StreamClient stream(RunningExchange exchange) {
        return new StreamClient(exchange.server.tradingUrl(), "/stream");
    }

    private static StreamClient listening(RunningExchange exchange, String account) {
        StreamClient client = stream(exchange);
        client.say(auth(account))
                .say("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
        assertThat(client.next(2)).containsExactly(AUTHORIZED, LISTENING);
        return client;
    }

    private static String auth(String account) {
        return "{\"action\":\"auth\",\"key\":\"key-%1$s\",\"secret\":\"secret-%1$s\"}"
                .formatted(account);
    }

    private static void buy(RunningExchange exchange, String name) {
        Client.Reply reply =
                exchange.large.post(
                        "/v2/orders",
                        """
                        {"symbol":"%s","qty":"1","side":"buy","type":"limit","limit_price":"%s",
                         "time_in_force":"day","client_order_id":"%s"}\
                        """
                                .formatted(
                                        exchange.contract(),
                                        exchange.quote(exchange.contract()).ask(),
                                        name));
        assertThat(reply.status()).isEqualTo(200);
    }
}
