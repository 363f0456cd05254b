package io.opspipeline.exchange.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.value.ImmutableValue;

/// Hears an option stream. Frames are shown as JSON, the timestamp extension included.
final class OptionClient implements AutoCloseable, WebSocket.Listener {

    private static final long LONGEST_WAIT_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<ImmutableValue> frames = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final WebSocket socket;

    OptionClient(URI server, String path) {
        URI stream = URI.create("ws://" + server.getAuthority() + path);
        socket =
                http.newWebSocketBuilder()
                        .header("Content-Type", "application/msgpack")
                        .buildAsync(stream, this)
                        .join();
    }

    /// Says the pairs of a flat map whose values are texts or lists of texts.
    OptionClient say(Object... members) {
        try (var packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(members.length / 2);
            for (Object member : members) {
                if (member instanceof List<?> list) {
                    packer.packArrayHeader(list.size());
                    for (Object element : list) {
                        packer.packString(element.toString());
                    }
                } else {
                    packer.packString(member.toString());
                }
            }
            socket.sendBinary(ByteBuffer.wrap(packer.toByteArray()), true).join();
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The next frame; fails when none comes.
    ImmutableValue next() {
        try {
            ImmutableValue frame = frames.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return frame;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// The next frames as JSON.
    List<String> next(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next().toJson()).toList();
    }

    boolean heardNothingMore() {
        return frames.isEmpty();
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        parts.writeBytes(part);
        if (last) {
            try (var unpacker = MessagePack.newDefaultUnpacker(parts.toByteArray())) {
                frames.add(unpacker.unpackValue());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            parts.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
