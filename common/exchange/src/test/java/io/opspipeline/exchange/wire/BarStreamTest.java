package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BarStreamTest {

    private static final String AUTHENTICATED = "[{\"T\":\"success\",\"msg\":\"authenticated\"}]";

    private RunningExchange exchange;

    @BeforeEach
    void open() {
        exchange = new RunningExchange();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void greetsAndEchoesTheFullSubscription() {
        try (StreamClient client = stream()) {
            client.say(auth("large"))
                    .say("{\"action\":\"subscribe\",\"bars\":[\"SPY\",\"AAPL\"]}")
                    .say("{\"action\":\"subscribe\",\"updatedBars\":[\"SPY\"]}")
                    .say("{\"action\":\"unsubscribe\",\"bars\":[\"SPY\"]}");

            assertThat(client.next(5))
                    .containsExactly(
                            "[{\"T\":\"success\",\"msg\":\"connected\"}]",
                            AUTHENTICATED,
                            echo("\"AAPL\",\"SPY\"", ""),
                            echo("\"AAPL\",\"SPY\"", "\"SPY\""),
                            echo("\"AAPL\"", "\"SPY\""));
        }
    }

    @Test
    void tellsTheBarsOfAMinuteInOneFrameWhenFlushed() {
        try (StreamClient client = subscribed("large", "\"*\"")) {
            exchange.venue.advanceTo(exchange.minute(11));
            exchange.server.publishBars(exchange.minute(10));
            long before = exchange.server.framesSent();
            exchange.server.flush();

            assertThat(before).isEqualTo(3);
            assertThat(exchange.server.framesSent()).isEqualTo(4);
            assertThat(client.rows())
                    .extracting(
                            row -> row.get("T").asString(),
                            row -> row.get("S").asString(),
                            row -> row.get("t").asString())
                    .containsExactly(
                            tuple("b", "AAPL", "2025-06-12T13:40:00Z"),
                            tuple("b", "SPY", "2025-06-12T13:40:00Z"));
        }
    }

    @Test
    void tellsNoBarBeforeItsEnd() {
        try (StreamClient client = subscribed("large", "\"SPY\"")) {
            exchange.server.publishBars(exchange.minute(10));
            exchange.server.flush();

            assertThat(exchange.server.framesSent()).isEqualTo(3);
            assertThat(client.heardNothingMore()).isTrue();
        }
    }

    @Test
    void tellsCorrectionsToThoseWhoAsked() {
        try (StreamClient client = stream()) {
            client.say(auth("large")).say("{\"action\":\"subscribe\",\"updatedBars\":[\"SPY\"]}");
            client.next(3);

            Bar bar =
                    exchange.market
                            .bars(RunningExchange.SPY, exchange.minute(3), exchange.minute(4))
                            .getFirst();
            exchange.server.publishUpdatedBar(bar);
            exchange.server.flush();

            assertThat(client.next()).startsWith("[{\"T\":\"u\",\"S\":\"SPY\",");
        }
    }

    @Test
    void tellsHaltsToThoseWhoAsked() {
        try (StreamClient client = stream()) {
            client.say(auth("large")).say("{\"action\":\"subscribe\",\"statuses\":[\"SPY\"]}");
            client.next(3);

            Instant at = exchange.minute(3);
            for (Ticker ticker : exchange.market.tickers()) {
                exchange.server.publishHalt(new TradingHalt(ticker, true, "volatility", at));
                exchange.server.publishHalt(new TradingHalt(ticker, false, "", at));
            }
            exchange.server.flush();

            assertThat(client.rows())
                    .extracting(
                            row -> row.get("S").asString(),
                            row -> row.get("sc").asString(),
                            row -> row.get("z").asString())
                    .containsExactly(tuple("SPY", "H", "C"));
            assertThat(client.rows())
                    .extracting(row -> row.get("S").asString(), row -> row.get("sc").asString())
                    .containsExactly(tuple("SPY", "T"));
            assertThat(client.heardNothingMore()).isTrue();
        }
    }

    @Test
    void saysWhatIsWrong() {
        try (StreamClient client = stream()) {
            client.say("{\"action\":\"subscribe\",\"bars\":[\"SPY\"]}")
                    .say("noise")
                    .say("{\"action\":\"auth\",\"key\":\"key-large\",\"secret\":\"guess\"}")
                    .say(auth("large"))
                    .say(auth("large"));

            assertThat(client.next(6))
                    .containsExactly(
                            "[{\"T\":\"success\",\"msg\":\"connected\"}]",
                            error(401, "not authenticated"),
                            error(400, "invalid syntax"),
                            error(402, "auth failed"),
                            AUTHENTICATED,
                            error(403, "already authenticated"));
        }
    }

    @Test
    void hasRoomForOneConnectionOfAnAccount() {
        try (StreamClient first = subscribed("large", "\"SPY\"");
                StreamClient second = stream();
                StreamClient other = stream()) {
            second.say(auth("large"));
            other.say(auth("tiny"));

            assertThat(second.next(3))
                    .containsExactly(
                            "[{\"T\":\"success\",\"msg\":\"connected\"}]",
                            error(406, "connection limit exceeded"),
                            StreamClient.CLOSED);
            assertThat(other.next(2)).endsWith(AUTHENTICATED);
            assertThat(first.heardNothingMore()).isTrue();
        }
    }

    @Test
    void letsClientsComeBackAfterItDroppedThem() {
        try (StreamClient client = subscribed("large", "\"SPY\"")) {
            exchange.server.dropStreams();

            assertThat(client.next()).isEqualTo(StreamClient.CLOSED);
            try (StreamClient again = subscribed("large", "\"AAPL\"")) {
                assertThat(again.heardNothingMore()).isTrue();
                assertThat(exchange.server.listeners().bars()).contains("AAPL");
            }
        }
    }

    private StreamClient stream() {
        return new StreamClient(exchange.server.dataUrl(), "/v2/sip");
    }

    private StreamClient subscribed(String account, String symbols) {
        StreamClient client = stream();
        client.say(auth(account)).say("{\"action\":\"subscribe\",\"bars\":[" + symbols + "]}");
        client.next(3);
        return client;
    }

    private static String auth(String account) {
        return "{\"action\":\"auth\",\"key\":\"key-%1$s\",\"secret\":\"secret-%1$s\"}"
                .formatted(account);
    }

    private static String error(int code, String message) {
        return "[{\"T\":\"error\",\"code\":%d,\"msg\":\"%s\"}]".formatted(code, message);
    }

    private static String echo(String bars, String updatedBars) {
        return """
        [{"T":"subscription","trades":[],"quotes":[],"bars":[%s],"updatedBars":[%s],\
        "dailyBars":[],"statuses":[],"lulds":[],"corrections":[],"cancelErrors":[]}]\
        """
                .formatted(bars, updatedBars);
    }
}
