package io.opspipeline.alpaca.stream;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MuteStreamTest {

    private final ToldOrders told = new ToldOrders();

    @Test
    @DisplayName("MUTE-SOCKET: a stream that answers no ping is given up")
    void givesUpAMuteStream() throws Exception {
        try (var server = new MuteServer(ToldOrders.AUTHORIZED, ToldOrders.LISTENING);
                var bench =
                        new Bench(
                                server.url(),
                                100,
                                Duration.ofSeconds(10),
                                Optional.of(Duration.ofSeconds(5)));
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            assertThat(told.next(1)).containsExactly("connected");
            bench.timers.fire();
            assertThat(told.isEmpty()).as("frames came since it opened").isTrue();
            bench.timers.fire();
            assertThat(told.next(1)).containsExactly("disconnected: silent since the last ping");
            bench.timers.fire();
            assertThat(told.next(1)).containsExactly("connected");
        }
    }

    @Test
    @DisplayName("MUTE-SOCKET: a stream that answers pings stays")
    void keepsAQuietStream() throws Exception {
        try (var server = new FakeStreams("/stream", "", ToldOrders::welcome);
                var bench =
                        new Bench(
                                server.url(),
                                100,
                                Duration.ofSeconds(10),
                                Optional.of(Duration.ofSeconds(5)));
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            assertThat(told.next(1)).containsExactly("connected");
            bench.timers.fire();
            assertThat(bench.timers.due()).containsExactly(bench.clock.instant().plusSeconds(5));
        }
    }

    // Two pings are enough where the JDK's client forgets the end; where it tells it, the first
    // timer connects again.
    @Test
    @DisplayName("GAP-DURING-RECONNECT: an end without a good-bye is found, even one not told")
    void findsAnEndWithoutGoodBye() throws Exception {
        try (var server = new FakeStreams("/stream", "", ToldOrders::welcome);
                var bench =
                        new Bench(
                                server.url(),
                                100,
                                Duration.ofSeconds(10),
                                Optional.of(Duration.ofSeconds(5)));
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            server.session().disconnect();
            assertThat(told.next(1)).containsExactly("connected");
            bench.timers.fire();
            bench.timers.fire();
            assertThat(told.next(1)).first().asString().startsWith("disconnected: ");
        }
    }

    @Test
    void givesUpAHandshakeThatIsNotAnswered() throws Exception {
        try (var server = new MuteServer();
                var bench = new Bench(server.url(), 100, Duration.ofMillis(300), Optional.empty());
                var _ = bench.clients.tradingStream().open(LARGE, told)) {
            assertThat(told.next(1)).containsExactly("disconnected: not taken in within PT0.3S");
        }
    }
}
