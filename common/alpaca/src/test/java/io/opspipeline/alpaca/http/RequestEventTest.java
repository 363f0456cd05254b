package io.opspipeline.alpaca.http;

import static io.opspipeline.alpaca.Bench.LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.alpaca.Bench;
import io.opspipeline.alpaca.FakeAlpaca;
import io.opspipeline.alpaca.FakeAlpaca.Answer;
import io.opspipeline.domain.order.BrokerOrderId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestEventTest {

    private final FakeAlpaca alpaca = new FakeAlpaca();
    private final Bench bench = Bench.on(alpaca);

    @TempDir Path folder;

    @AfterEach
    void close() {
        bench.close();
        alpaca.close();
    }

    @Test
    @DisplayName("a recording that asks for them tells each request, its status and its time")
    void tellsEachRequest() throws IOException {
        alpaca.on("/v2/positions", "[]").on("/v2/orders/b1", Answer.of(422, "{'message':'no'}"));
        assertThat(recorded(true))
                .extracting(RequestEventTest::told)
                .containsExactly("GET /v2/positions 200", "DELETE /v2/orders/b1 422");
    }

    @Test
    @DisplayName("a request without an answer is told with status 0 and the time it was waited for")
    void tellsARequestWithoutAnAnswer() throws IOException {
        alpaca.on("/v2/orders/b1", Answer.none());
        var patience = Duration.ofMillis(200);
        try (var hasty = new Bench(alpaca.url(), 1_000, patience, Optional.empty());
                var recording = started(true)) {
            hasty.clients.orderEntry().cancel(LARGE, new BrokerOrderId("b1"));
            assertThat(events(recording))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(told(event)).isEqualTo("DELETE /v2/orders/b1 0");
                        assertThat(event.getDuration()).isGreaterThanOrEqualTo(patience);
                    });
        }
    }

    @Test
    @DisplayName("a recording that does not ask for them has none")
    void isOffUnlessAskedFor() throws IOException {
        alpaca.on("/v2/positions", "[]").on("/v2/orders/b1", Answer.of(204, ""));
        assertThat(recorded(false)).isEmpty();
    }

    private List<RecordedEvent> recorded(boolean asked) throws IOException {
        try (var recording = started(asked)) {
            bench.clients.books().positions(LARGE);
            bench.clients.orderEntry().cancel(LARGE, new BrokerOrderId("b1"));
            return events(recording);
        }
    }

    private static Recording started(boolean asked) {
        var recording = new Recording();
        if (asked) {
            recording.enable(RequestEvent.NAME);
        }
        recording.start();
        return recording;
    }

    private List<RecordedEvent> events(Recording recording) throws IOException {
        recording.stop();
        Path file = folder.resolve("requests.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(RequestEvent.NAME))
                .toList();
    }

    private static String told(RecordedEvent event) {
        return "%s %s %d"
                .formatted(
                        event.getString("method"), event.getString("path"), event.getInt("status"));
    }
}
