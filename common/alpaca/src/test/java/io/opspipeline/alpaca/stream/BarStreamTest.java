package io.opspipeline.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.market.TradingHalt;
import io.opspipeline.ports.market.BarStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class BarStreamTest {

    private static final String GREETING = "[{'T':'success','msg':'connected'}]";
    private static final Ticker AAPL = Ticker.of("AAPL");
    private static final Ticker SPY = Ticker.of("SPY");

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BarStream.Listener listener =
            new BarStream.Listener() {
                @Override
                public void connected() {
                    told.add("connected");
                }

                @Override
                public void bars(List<Bar> bars) {
                    told.add("bars " + bars.stream().map(Bar::ticker).toList());
                }

                @Override
                public void corrections(List<Bar> bars) {
                    told.add("corrections " + bars.stream().map(Bar::ticker).toList());
                }

                @Override
                public void halts(List<TradingHalt> halts) {
                    halts.forEach(halt -> told.add(halt.toString()));
                }

                @Override
                public void disconnected(String reason) {
                    told.add("disconnected: " + reason);
                }
            };

    @Test
    @DisplayName("A-32: bars and corrections of one frame, and what is strange is passed over")
    void hearsBarsAndCorrections() throws Exception {
        try (var server = new FakeStreams("/v2/sip", GREETING, Echo.bars());
                var bench = bench(server);
                var _ = bench.clients.barStream().open(Set.of(SPY, AAPL), listener)) {
            FakeStreams.text(
                    server.session(),
                    "[%s,%s,%s,{'T':'b','S':'AAPL','o':null},{'T':'zz'},null]"
                            .formatted(bar("b", "SPY"), bar("u", "AAPL"), bar("b", "AAPL")));

            assertThat(List.of(told.take(), told.take(), told.take()))
                    .containsExactly("connected", "bars [SPY, AAPL]", "corrections [AAPL]");
            assertThat(server.heard())
                    .containsExactly(
                            "{'action':'auth','key':'key-large','secret':'secret-large'}",
                            "{'action':'subscribe','bars':['AAPL','SPY'],'updatedBars':['AAPL','SPY'],'statuses':['AAPL','SPY']}");
        }
    }

    @ParameterizedTest(name = "{0} of tape {1}")
    @DisplayName("LULD-HALT-HELD: halts and their ends are told, other statuses are not")
    @CsvSource({
        "H, C, true",
        "P, C, true",
        "T, C, false",
        "Q, C,",
        "2, A, true",
        "F, B,",
        "3, A, false",
        "T, A,",
        "E, B,"
    })
    void hearsHalts(String code, String tape, @Nullable Boolean isOn) throws Exception {
        try (var server = new FakeStreams("/v2/sip", GREETING, Echo.bars());
                var bench = bench(server);
                var _ = bench.clients.barStream().open(Set.of(SPY, AAPL), listener)) {
            FakeStreams.text(
                    server.session(),
                    "[{'T':'s','S':'AAPL'},%s,%s]".formatted(status(code, tape), bar("b", "SPY")));

            assertThat(told.take()).isEqualTo("connected");
            assertThat(told.take()).isEqualTo("bars [SPY]");
            if (isOn == null) {
                assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
            } else {
                assertThat(told.take())
                        .isEqualTo(
                                new TradingHalt(
                                                AAPL,
                                                isOn,
                                                "said, why",
                                                Instant.parse("2026-11-23T15:00:00.5Z"))
                                        .toString());
            }
        }
    }

    private static String status(String code, String tape) {
        return "{'T':'s','S':'AAPL','sc':'%s','sm':'said','rc':'','rm':'why','t':'2026-11-23T15:00:00.5Z','z':'%s'}"
                .formatted(code, tape);
    }

    @Test
    @DisplayName("DUP-MESSAGES-ON-RESUBSCRIBE: a change asks for the difference only")
    void subscribesToTheDifference() throws Exception {
        try (var server = new FakeStreams("/v2/sip", GREETING, Echo.bars());
                var bench = bench(server);
                var stream = bench.clients.barStream().open(Set.of(AAPL), listener)) {
            stream.subscribe(Set.of(SPY));
            stream.subscribe(Set.of(SPY));
            assertThat(server.heard().subList(2, server.heard().size()))
                    .containsExactly(
                            "{'action':'unsubscribe','bars':['AAPL'],'updatedBars':['AAPL'],'statuses':['AAPL']}",
                            "{'action':'subscribe','bars':['SPY'],'updatedBars':['SPY'],'statuses':['SPY']}");
            assertThat(told).containsExactly("connected");
        }
    }

    @Test
    void asksForEverythingAfterItWasAway() throws Exception {
        try (var server = new FakeStreams("/v2/sip", GREETING, Echo.bars());
                var bench = bench(server);
                var stream = bench.clients.barStream().open(Set.of(AAPL), listener)) {
            server.cutOff(server.session());
            assertThat(told.take()).isEqualTo("connected");
            assertThat(told.take()).startsWith("disconnected");
            stream.subscribe(Set.of(AAPL, SPY));
            bench.timers.fire();

            assertThat(told.take()).isEqualTo("connected");
            assertThat(server.heard())
                    .last()
                    .isEqualTo(
                            "{'action':'subscribe','bars':['AAPL','SPY'],'updatedBars':['AAPL','SPY'],'statuses':['AAPL','SPY']}");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("SECOND-CONNECTION-KICKED, incident 58: what the stream's errors lead to")
    @CsvSource({
        "402, auth failed, true, CRITICAL",
        "405, symbol limit exceeded, false, WARNING",
        "406, connection limit exceeded, true, WARNING",
        "407, slow client, true,",
        "409, insufficient subscription, true, WARNING",
        "500, internal error, true,"
    })
    void answersErrors(int code, String words, boolean leaves, String severity) throws Exception {
        String error = "[{'T':'error','code':%d,'msg':'%s'}]".formatted(code, words);
        try (var server =
                        new FakeStreams(
                                "/v2/sip",
                                GREETING,
                                (session, _) -> FakeStreams.text(session, error));
                var bench = bench(server);
                var _ = bench.clients.barStream().open(Set.of(AAPL), listener)) {
            assertThat(told).hasSize(leaves ? 1 : 0);
            assertThat(bench.timers.due()).hasSize(leaves ? 1 : 0);
            assertThat(bench.alerts.stream().map(alert -> alert.split(" ", 2)[0]))
                    .containsExactlyElementsOf(Optional.ofNullable(severity).stream().toList());
            if (leaves) {
                assertThat(server.closeCode()).as("its seat is given back").isEqualTo(1000);
            }
        }
    }

    private static String bar(String kind, String symbol) {
        return "{'T':'%s','S':'%s','o':1,'h':2,'l':1,'c':2,'v':9,'t':'2026-01-05T14:59:00Z'}"
                .formatted(kind, symbol);
    }

    private static Bench bench(FakeStreams server) {
        return new Bench(server.url(), 100, Duration.ofSeconds(10), Optional.empty());
    }
}
