package io.opspipeline.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.exchange.venue.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.msgpack.value.Value;

class OptionStreamTest {

    private static final String CONNECTED = "[{\"T\":\"success\",\"msg\":\"connected\"}]";
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
    void greetsAndEchoesBothChannels() {
        String contract = exchange.contract().toString();
        try (OptionClient client = authenticated("opra")) {
            client.say("action", "subscribe", "quotes", List.of(contract), "trades", List.of("*"))
                    .say("action", "unsubscribe", "trades", List.of("*"));

            assertThat(client.next(2))
                    .containsExactly(
                            echo("\"*\"", "\"" + contract + "\""),
                            echo("", "\"" + contract + "\""));
            assertThat(exchange.server.listeners().quotes()).containsExactly(contract);
        }
    }

    @Test
    @DisplayName("every step of the market is a frame with the quote of each contract")
    void tellsQuotesAtEachStep() {
        OccSymbol contract = exchange.contract();
        try (OptionClient client = subscribed(contract)) {
            exchange.venue.advanceTo(exchange.venue.now().plusSeconds(4));
            exchange.server.flush();
            long before = exchange.server.framesSent();
            exchange.venue.advanceTo(exchange.venue.now().plusSeconds(1));
            long queued = exchange.server.framesSent();
            exchange.server.flush();

            assertThat(List.of(before, queued, exchange.server.framesSent()))
                    .containsExactly(3L, 3L, 4L);
            List<Value> row = row(client.next());
            RawQuote quote = exchange.quote(contract);
            assertThat(row.get(0)).as("T is the first member").hasToString("T");
            assertThat(row.get(1)).hasToString("q");
            assertThat(row.get(3)).hasToString(contract.toString());
            assertThat(row.get(5).asTimestampValue().toInstant()).isEqualTo(quote.at());
            assertThat(row.get(9).asFloatValue().toDouble()).isEqualTo(quote.bid().doubleValue());
            assertThat(row.get(11).asIntegerValue().toInt()).isEqualTo(quote.bidSize());
        }
    }

    @Test
    void tellsAGivenQuoteAtOnce() {
        exchange.close();
        exchange = new RunningExchange(WireSettings.immediate(), Faults.none());
        OccSymbol contract = exchange.contract();
        try (OptionClient client = subscribed(contract)) {
            exchange.server.publishQuote(
                    contract,
                    new RawQuote(
                            new BigDecimal("3.10"),
                            new BigDecimal("2.90"),
                            1,
                            1,
                            exchange.venue.now()));

            assertThat(row(client.next()).get(9).asFloatValue().toDouble())
                    .as("a crossed quote stays crossed")
                    .isEqualTo(3.10);
        }
    }

    @Test
    void refusesWhatTheFeedDoesNotGive() {
        List<String> tooMany =
                IntStream.range(1, 202).mapToObj("SPY250620C%08d"::formatted).toList();
        try (OptionClient client = authenticated("indicative")) {
            client.say("action", "subscribe", "bars", List.of("SPY"))
                    .say("action", "subscribe", "quotes", List.of("*"))
                    .say("action", "subscribe", "quotes", List.of("SPY"))
                    .say("action", "subscribe", "quotes", tooMany)
                    .say("action", "subscribe", "quotes", tooMany.subList(0, 200));

            assertThat(client.next(4))
                    .containsExactly(
                            error(410, "invalid subscribe action for this feed"),
                            error(413, "star subscription is not allowed for option quotes"),
                            error(400, "invalid syntax"),
                            error(405, "symbol limit exceeded"));
            assertThat(client.next().toJson()).startsWith("[{\"T\":\"subscription\"");
        }
    }

    @Test
    void hasRoomForOneConnectionToAFeed() {
        try (OptionClient first = authenticated("opra");
                OptionClient second = stream("opra");
                OptionClient _ = authenticated("indicative")) {
            second.say("action", "auth", "key", "key-large", "secret", "secret-large");

            assertThat(second.next(2))
                    .containsExactly(CONNECTED, error(406, "connection limit exceeded"));
            assertThat(first.heardNothingMore()).isTrue();
        }
    }

    @Test
    void speaksMsgPackAlone() {
        try (StreamClient client = new StreamClient(exchange.server.dataUrl(), "/v1beta1/opra")) {
            assertThat(client.next(2))
                    .containsExactly(
                            error(412, "option messages are only available in MsgPack"),
                            StreamClient.CLOSED);
        }
    }

    private OptionClient stream(String feed) {
        return new OptionClient(exchange.server.dataUrl(), "/v1beta1/" + feed);
    }

    private OptionClient authenticated(String feed) {
        OptionClient client = stream(feed);
        client.say("action", "auth", "key", "key-large", "secret", "secret-large");
        assertThat(client.next(2)).containsExactly(CONNECTED, AUTHENTICATED);
        return client;
    }

    private OptionClient subscribed(OccSymbol contract) {
        OptionClient client = authenticated("opra");
        client.say("action", "subscribe", "quotes", List.of(contract.toString())).next();
        return client;
    }

    /// Keys and values of the only row of a frame, as they stand in it.
    private static List<Value> row(Value frame) {
        assertThat(frame.asArrayValue().size()).isEqualTo(1);
        return List.of(frame.asArrayValue().get(0).asMapValue().getKeyValueArray());
    }

    private static String error(int code, String message) {
        return "[{\"T\":\"error\",\"code\":%d,\"msg\":\"%s\"}]".formatted(code, message);
    }

    private static String echo(String trades, String quotes) {
        return "[{\"T\":\"subscription\",\"trades\":[%s],\"quotes\":[%s]}]"
                .formatted(trades, quotes);
    }
}
