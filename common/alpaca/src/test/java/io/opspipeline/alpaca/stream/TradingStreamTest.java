package io.opspipeline.alpaca.stream;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.translation.Rows;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TradingStreamTest {

    private static final String UPDATE =
            "{'stream':'trade_updates','data':{'event':'new','order':%s}}";

    private final ToldOrders told = new ToldOrders();

    @Test
    @DisplayName("A-100: text, bytes and fragments; each frame counts once, whatever it is")
    void hearsFramesOfEveryForm() throws Exception {
        try (var server = new FakeStreams("/stream", "", ToldOrders::welcome);
                var bench = bench(server, Optional.empty());
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            Session session = server.session();
            FakeStreams.text(session, UPDATE.formatted(Rows.order("b1", "c1", "new", 0, "null")));
            FakeStreams.bytes(
                    session, UPDATE.formatted(Rows.order("bad", "c2", "held", 0, "null")));
            FakeStreams.text(session, "{'stream':'trade_updates','data':null}");
            FakeStreams.text(session, "no JSON");
            FakeStreams.text(session, "{'stream':'news'}");
            FakeStreams.fragments(
                    session, UPDATE.formatted(Rows.order("é3", "c3", "sleeping", 0, "null")));
            FakeStreams.text(
                    session, UPDATE.formatted(Rows.order("b4", "c4", "filled", 2, "\"1\"")));

            assertThat(told.next(5))
                    .containsExactly(
                            "connected", "b1 WORKING", "bad PENDING", "é3 UNKNOWN", "b4 FILLED");
            assertThat(server.heard())
                    .containsExactly(
                            "{'action':'auth','key':'key-large','secret':'secret-large'}",
                            "{'action':'listen','data':{'streams':['trade_updates']}}");
            assertThat(counted(bench, 9)).isEqualTo(9);
        }
    }

    @Test
    @DisplayName(
            "a spread is told as one; one that cannot be ours is skipped, and counts as handled")
    void hearsSpreads() throws Exception {
        String spread =
                "{'id':'%s','client_order_id':'s','order_class':'mleg','status':'filled',"
                        + "'filled_qty':'2','filled_avg_price':'-1.10','symbol':'','side':'buy',"
                        + "'asset_class':'','updated_at':'2026-01-05T15:00:00Z','legs':[%s]}";
        String stock =
                "{'id':'l','filled_qty':'100','filled_avg_price':'9','symbol':'F','side':'buy'}";
        try (var server = new FakeStreams("/stream", "", ToldOrders::welcome);
                var bench = bench(server, Optional.empty());
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            Session session = server.session();
            FakeStreams.text(session, UPDATE.formatted(spread.formatted("theirs", stock)));
            FakeStreams.text(session, "{'stream':'trade_updates','data':null}");
            FakeStreams.text(session, UPDATE.formatted(spread.formatted("s1", "")));

            assertThat(told.next(2)).containsExactly("connected", "s1 FILLED 2");
            assertThat(counted(bench, 5)).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("A-100, GAP-DURING-RECONNECT: a stream that ends is opened again after a pause")
    void opensAgain() throws Exception {
        try (var server = new FakeStreams("/stream", "", ToldOrders::welcome);
                var bench = bench(server, Optional.empty());
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            server.cutOff(server.session());
            assertThat(told.next(2)).element(1).asString().startsWith("disconnected: ");
            assertThat(bench.timers.due()).containsExactly(bench.clock.instant().plusSeconds(1));

            bench.timers.fire();
            assertThat(told.next(1)).containsExactly("connected");
        }
    }

    @Test
    @DisplayName("AUTH-REVOKED: refused credentials are told, and tried again after growing pauses")
    void goesOnTryingWithRefusedCredentials() throws Exception {
        try (var server =
                        new FakeStreams(
                                "/stream",
                                "",
                                (session, _) ->
                                        FakeStreams.text(
                                                session,
                                                "{'stream':'authorization','data':{'status':'unauthorized','action':'authenticate'}}"));
                var bench = bench(server, Optional.empty());
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            List<Duration> pauses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                assertThat(told.next(1))
                        .first()
                        .asString()
                        .startsWith("disconnected: not authorised");
                assertThat(server.closeCode()).isEqualTo(1000);
                pauses.add(Duration.between(bench.clock.instant(), bench.timers.due().getFirst()));
                bench.timers.fire();
            }
            assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
            assertThat(bench.alerts)
                    .singleElement()
                    .asString()
                    .startsWith("CRITICAL alpaca-credentials:large:2026-01-05");
        }
    }

    @Test
    @DisplayName("A-129: nobody there is tried again like any other end")
    void waitsForAServerThatIsNotThere() throws Exception {
        try (var bench =
                        new Bench(
                                URI.create("http://127.0.0.1:1"),
                                100,
                                Duration.ofSeconds(5),
                                Optional.empty());
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            assertThat(told.next(1)).first().asString().startsWith("disconnected: ");
            assertThat(bench.timers.due()).hasSize(1);
        }
    }

    @Test
    void saysGoodByeAndStaysAway() throws Exception {
        try (var server = new FakeStreams("/stream", "", ToldOrders::welcome);
                var bench = bench(server, Optional.empty())) {
            bench.clients.tradingStream().open(LARGE, told).close();
            assertThat(server.closeCode()).isEqualTo(1000);
            assertThat(bench.timers.due()).isEmpty();
        }
    }

    private static Bench bench(FakeStreams server, Optional<Duration> pingEvery) {
        return new Bench(server.url(), 100, Duration.ofSeconds(10), pingEvery);
    }

    // A frame is counted just after its listener was told.
    private static int counted(Bench bench, int expected) {
        while (bench.frames.get() < expected) {
            Thread.onSpinWait();
        }
        return bench.frames.get();
    }
}
