package io.opspipeline.exchange.wire.stream;

import io.opspipeline.exchange.wire.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The way to one client. Frames leave in the order they were given; sending does not wait for the
/// network.
final class Connection {

    private final Wire wire;
    private final Form form;
    private final Queue<JsonNode> waiting = new ArrayDeque<>();

    /// How messages are written.
    enum Form {
        /// As JSON text.
        TEXT,
        /// As bytes that hold JSON in UTF-8, which is what paper trading does.
        BINARY,
        /// As MsgPack.
        MSGPACK
    }

    Connection(Wire wire, Form form) {
        this.wire = wire;
        this.form = form;
    }

    boolean isOpen() {
        return wire.isOpen();
    }

    /// A header of the handshake; empty text when it was not sent.
    String header(String name) {
        return wire.header(name);
    }

    boolean isMsgPack() {
        return form == Form.MSGPACK;
    }

    /// The object in a message of bytes; empty when there is none.
    Optional<ObjectNode> read(ByteBuffer message) {
        if (!isMsgPack()) {
            return Json.object(StandardCharsets.UTF_8.decode(message).toString());
        }
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return MsgPack.object(bytes);
    }

    /// Keeps a message until the next flush.
    synchronized void queue(JsonNode message) {
        waiting.add(message);
    }

    /// Sends what was kept.
    synchronized void flush() {
        for (JsonNode message = waiting.poll(); message != null; message = waiting.poll()) {
            send(message);
        }
    }

    /// Sends a message at once; nothing when the connection is closed.
    synchronized void send(JsonNode message) {
        if (!wire.isOpen()) {
            return;
        }
        switch (form) {
            case TEXT -> wire.sendText(Json.print(message));
            case BINARY -> wire.sendBytes(Json.print(message).getBytes(StandardCharsets.UTF_8));
            case MSGPACK -> wire.sendBytes(MsgPack.pack(message));
        }
    }

    void close(int code, String reason) {
        wire.close(code, reason);
    }
}
