package io.opspipeline.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.QuoteReading;
import io.opspipeline.ports.market.OptionQuoteStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class OptionQuoteStreamTest {

    private static final String PATH = "/v1beta1/opra";
    private static final String GREETING = "[{'T':'success','msg':'connected'}]";
    private static final OccSymbol CALL = OccSymbol.parse("SPY260116C00500000");
    private static final OccSymbol PUT = OccSymbol.parse("SPY260116P00500000");

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final OptionQuoteStream.Listener listener =
            new OptionQuoteStream.Listener() {
                @Override
                public void connected() {
                    told.add("connected");
                }

                @Override
                public void quotes(Map<OccSymbol, QuoteReading> quotes) {
                    quotes.forEach(
                            (contract, reading) -> told.add(contract + " " + words(reading)));
                }

                @Override
                public void disconnected(String reason) {
                    told.add("disconnected: " + reason);
                }
            };

    @Test
    @DisplayName("A-86, QUOTE-ZERO, QUOTE-NAN, ONE-SIDED, LOCKED-CROSSED: what a quote may be")
    void hearsQuotesOfEveryKind() throws Exception {
        try (var server = new FakeStreams(PATH, GREETING, Echo.quotes());
                var bench = bench(server);
                var _ = bench.clients.optionQuoteStream().open(Set.of(CALL, PUT), listener)) {
            Session session = server.session();
            FakeStreams.packed(
                    session, "[%s,%s]".formatted(quote(CALL, "1.2", "1.3"), quote(PUT, "0", "0")));
            FakeStreams.packed(session, "[%s]".formatted(quote(CALL, "'NaN'", "1.3")));
            FakeStreams.packed(session, "[%s]".formatted(quote(CALL, "0", "0.05")));
            FakeStreams.packed(session, "[%s]".formatted(quote(CALL, "1.4", "1.3")));
            FakeStreams.packed(session, "[%s]".formatted(quote(CALL, "1.3", "1.3")));
            FakeStreams.packed(
                    session,
                    "[%s,%s]".formatted(quote(CALL, "1", "2"), quote(CALL, "1.25", "1.5")));

            assertThat(next(8))
                    .containsExactly(
                            "connected",
                            CALL + " 1.20 1.30 of 2026-01-05T14:59:58.123456789Z",
                            PUT + " NO_ASK",
                            CALL + " MALFORMED",
                            CALL + " 0.00 0.05 of 2026-01-05T14:59:58.123456789Z",
                            CALL + " CROSSED",
                            CALL + " 1.30 1.30 of 2026-01-05T14:59:58.123456789Z",
                            CALL + " 1.25 1.50 of 2026-01-05T14:59:58.123456789Z");
            assertThat(server.contentTypes()).containsExactly("application/msgpack");
            assertThat(server.heard())
                    .containsExactly(
                            "{'action':'auth','key':'key-large','secret':'secret-large'}",
                            "{'action':'subscribe','quotes':['%s','%s']}".formatted(CALL, PUT));
        }
    }

    @Test
    @DisplayName("A-100: what cannot be read ends nothing, and each frame counts once")
    void passesOverNoise() throws Exception {
        try (var server = new FakeStreams(PATH, GREETING, Echo.quotes());
                var bench = bench(server);
                var _ = bench.clients.optionQuoteStream().open(Set.of(CALL), listener)) {
            Session session = server.session();
            FakeStreams.bytes(session, "\uffff");
            FakeStreams.text(session, "no JSON");
            FakeStreams.packed(session, "[{'T':'q','S':'SPY'},{'T':'t','S':'SPY'},null,7]");
            FakeStreams.packed(session, "[%s]".formatted(quote(CALL, "1", "2")));

            assertThat(next(2)).element(1).asString().startsWith(CALL + " 1.00 2.00");
            while (bench.frames.get() < 7) {
                Thread.onSpinWait();
            }
            assertThat(bench.frames).hasValue(7);
        }
    }

    @Test
    @DisplayName("DUP-MESSAGES-ON-RESUBSCRIBE: the subscription follows by its difference")
    void followsWhatIsWanted() throws Exception {
        try (var server = new FakeStreams(PATH, GREETING, Echo.quotes());
                var bench = bench(server);
                var stream = bench.clients.optionQuoteStream().open(Set.of(), listener)) {
            assertThat(stream.subscribe(Set.of(CALL))).isTrue();
            assertThat(stream.subscribe(Set.of(PUT))).isTrue();
            assertThat(stream.subscribe(Set.of(PUT))).isTrue();
            assertThat(stream.subscribe(Set.of())).isTrue();

            assertThat(told).containsExactly("connected");
            assertThat(server.heard().subList(1, server.heard().size()))
                    .containsExactly(
                            "{'action':'subscribe','quotes':['%s']}".formatted(CALL),
                            "{'action':'unsubscribe','quotes':['%s']}".formatted(CALL),
                            "{'action':'subscribe','quotes':['%s']}".formatted(PUT),
                            "{'action':'unsubscribe','quotes':['%s']}".formatted(PUT));
        }
    }

    @Test
    @DisplayName("405: the subscription stays, a person is told, and the next change asks again")
    void goesOnWithoutWhatTheLimitRefuses() throws Exception {
        try (var server = new FakeStreams(PATH, GREETING, refusingPuts());
                var bench = bench(server);
                var stream = bench.clients.optionQuoteStream().open(Set.of(CALL), listener)) {
            assertThat(stream.subscribe(Set.of(CALL, PUT))).isFalse();
            assertThat(stream.subscribe(Set.of(CALL, PUT))).isFalse();

            assertThat(told).containsExactly("connected");
            assertThat(server.heard().subList(2, server.heard().size()))
                    .containsExactly(
                            "{'action':'subscribe','quotes':['%s']}".formatted(PUT),
                            "{'action':'subscribe','quotes':['%s']}".formatted(PUT));
            assertThat(bench.alerts)
                    .first()
                    .asString()
                    .startsWith("WARNING alpaca-plan:large:this subscription to option quotes");
        }
    }

    @Test
    @DisplayName("A-86: a change that nobody confirmed is said so, and asked for again")
    void asksAgainForWhatWasNotConfirmed() throws Exception {
        try (var server = new FakeStreams(PATH, GREETING, deafToTheFirstPut());
                var bench = new Bench(server.url(), 100, Duration.ofSeconds(1), Optional.empty());
                var stream = bench.clients.optionQuoteStream().open(Set.of(CALL), listener)) {
            assertThat(stream.subscribe(Set.of(CALL, PUT))).isFalse();
            assertThat(stream.subscribe(Set.of(CALL, PUT))).isTrue();

            String change = "{'action':'subscribe','quotes':['%s']}".formatted(PUT);
            assertThat(server.heard().subList(2, server.heard().size()))
                    .containsExactly(change, change);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("SECOND-CONNECTION-KICKED: what the stream's errors lead to")
    @CsvSource({
        "402, auth failed, true, CRITICAL",
        "406, connection limit exceeded, true, WARNING",
        "410, invalid subscribe action for this feed, false, WARNING",
        "412, option messages are only available in MsgPack, true, WARNING",
        "413, star subscription is not allowed for option quotes, false, WARNING",
    })
    void answersErrors(int code, String words, boolean leaves, String severity) throws Exception {
        String error = "[{'T':'error','code':%d,'msg':'%s'}]".formatted(code, words);
        try (var server =
                        new FakeStreams(
                                PATH,
                                GREETING,
                                (session, _) -> FakeStreams.packed(session, error));
                var bench = bench(server);
                var _ = bench.clients.optionQuoteStream().open(Set.of(CALL), listener)) {
            assertThat(told).hasSize(leaves ? 1 : 0);
            assertThat(bench.timers.due()).hasSize(leaves ? 1 : 0);
            assertThat(bench.alerts.stream().map(alert -> alert.split(" ", 2)[0]))
                    .containsExactly(severity);
            if (leaves) {
                assertThat(server.closeCode()).as("its seat is given back").isEqualTo(1000);
            }
        }
    }

    @Test
    void neverAsksForMoreThanThePlanGives() throws Exception {
        Set<OccSymbol> many =
                IntStream.rangeClosed(1, 1_001)
                        .mapToObj(strike -> OccSymbol.parse("SPY260116C%08d".formatted(strike)))
                        .collect(Collectors.toSet());
        try (var server = new FakeStreams(PATH, GREETING, Echo.quotes());
                var bench = bench(server);
                var _ = bench.clients.optionQuoteStream().open(many, listener)) {
            assertThat(server.heard().getLast())
                    .contains("C00000001'")
                    .contains("C00001000'")
                    .doesNotContain("C00001001'");
            assertThat(bench.alerts)
                    .singleElement()
                    .asString()
                    .startsWith("WARNING alpaca-plan:large:quotes of more than 1000 contracts");
        }
    }

    @Test
    @DisplayName("GAP-DURING-RECONNECT: a stream that ends is opened again, subscribed to all")
    void opensAgain() throws Exception {
        try (var server = new FakeStreams(PATH, GREETING, Echo.quotes());
                var bench = bench(server);
                var stream = bench.clients.optionQuoteStream().open(Set.of(CALL), listener)) {
            server.cutOff(server.session());
            assertThat(next(2)).element(1).asString().startsWith("disconnected: ");
            assertThat(stream.subscribe(Set.of(PUT, CALL))).isFalse();
            bench.timers.fire();

            assertThat(next(1)).containsExactly("connected");
            assertThat(server.heard().getLast())
                    .isEqualTo("{'action':'subscribe','quotes':['%s','%s']}".formatted(CALL, PUT));
        }
    }

    @Test
    @DisplayName("MUTE-SOCKET: a stream of quotes that answers no ping is given up")
    void givesUpAMuteStream() throws Exception {
        try (var server = new MuteServer(GREETING, "[{'T':'success','msg':'authenticated'}]");
                var bench =
                        new Bench(
                                server.url(),
                                100,
                                Duration.ofSeconds(10),
                                Optional.of(Duration.ofSeconds(5)));
                var _ = bench.clients.optionQuoteStream().open(Set.of(), listener)) {
            assertThat(next(1)).containsExactly("connected");
            bench.timers.fire();
            bench.timers.fire();
            assertThat(next(1)).containsExactly("disconnected: silent since the last ping");
        }
    }

    private static BiConsumer<Session, String> refusingPuts() {
        Echo echo = Echo.quotes();
        return (session, message) -> {
            if (message.contains(PUT.toString())) {
                FakeStreams.packed(
                        session, "[{'T':'error','code':405,'msg':'symbol limit exceeded'}]");
            } else {
                echo.accept(session, message);
            }
        };
    }

    private static BiConsumer<Session, String> deafToTheFirstPut() {
        Echo echo = Echo.quotes();
        AtomicBoolean heard = new AtomicBoolean();
        return (session, message) -> {
            if (!message.contains(PUT.toString()) || heard.getAndSet(true)) {
                echo.accept(session, message);
            }
        };
    }

    private static String quote(OccSymbol contract, String bid, String ask) {
        return "{'T':'q','S':'%s','t':'2026-01-05T14:59:58.123456789Z','bp':%s,'ap':%s,'bs':7,'as':9}"
                .formatted(contract, bid, ask);
    }

    private static String words(QuoteReading reading) {
        return switch (reading) {
            case QuoteReading.Seen(var sighting) ->
                    "%s %s of %s"
                            .formatted(
                                    sighting.quote().bid(),
                                    sighting.quote().ask(),
                                    sighting.quotedAt());
            case QuoteReading.Unusable(var fault, _) -> fault.toString();
        };
    }

    private List<String> next(int count) throws InterruptedException {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(told.take());
        }
        return words;
    }

    private static Bench bench(FakeStreams server) {
        return new Bench(server.url(), 100, Duration.ofSeconds(10), Optional.empty());
    }
}
