package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.wire.MsgPack;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Sends over one WebSocket, one frame after the other: it takes no second before the first is out.
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final Duration GOOD_BYE = Duration.ofSeconds(1);

    private final WebSocket socket;
    private CompletableFuture<WebSocket> sent;

    Line(WebSocket socket) {
        this.socket = socket;
        this.sent = CompletableFuture.completedFuture(socket);
    }

    void say(JsonNode message, Form form) {
        switch (form) {
            case JSON -> sendText(message.toString());
            case MSGPACK -> sendBytes(ByteBuffer.wrap(MsgPack.pack(message)));
        }
    }

    private void sendText(String text) {
        var _ = send(() -> socket.sendText(text, true));
    }

    private void sendBytes(ByteBuffer bytes) {
        var _ = send(() -> socket.sendBinary(bytes, true));
    }

    void ping() {
        var _ = send(() -> socket.sendPing(ByteBuffer.allocate(0)));
    }

    /// Says good-bye, within a second. A connection that is only dropped keeps its place at Alpaca
    /// for hours.
    void close() {
        try {
            send(() -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("no good-bye", e);
            socket.abort();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            socket.abort();
        }
    }

    /// Hangs up on one who hears nothing.
    void abort() {
        socket.abort();
    }

    private synchronized CompletableFuture<WebSocket> send(
            Supplier<CompletableFuture<WebSocket>> frame) {
        sent =
                sent.thenCompose(_ -> frame.get())
                        .exceptionally(failure -> {
                            LOG.warn("a frame could not be sent: {}", failure.toString());
                            return socket;
                        });
        return sent;
    }
}
