package io.opspipeline.exchange.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Hears one stream. Frames are shown as their text, bytes with `bytes:` before it.
final class StreamClient implements AutoCloseable, WebSocket.Listener {

    static final String CLOSED = "closed";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    StreamClient(URI server, String path) {
        URI stream = URI.create("ws://" + server.getAuthority() + path);
        socket = http.newWebSocketBuilder().buildAsync(stream, this).join();
    }

    StreamClient say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    /// The next frame; fails when none comes.
    String next() {
        try {
            String frame = frames.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return frame;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// The next frames.
    List<String> next(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }

    /// The rows of the next frame, which is an array.
    Stream<JsonNode> rows() {
        return MAPPER.readTree(next()).valueStream();
    }

    /// The object in the next frame, which is bytes.
    JsonNode object() {
        return MAPPER.readTree(next().substring("bytes:".length()));
    }

    boolean heardNothingMore() {
        return frames.isEmpty();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        parts.append(text);
        if (last) {
            frames.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        return onText(from, parts.isEmpty() ? "bytes:" + text : text, last);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        frames.add(CLOSED);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
