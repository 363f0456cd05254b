package io.opspipeline.alpaca.stream;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket server that answers each message as it was told, and remembers all it heard.
final class FakeStreams implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> contentTypes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();

    /// @param path of the stream
    /// @param greeting sent to each client first; nothing when empty
    /// @param answer is given each message
    FakeStreams(String path, String greeting, BiConsumer<Session, String> answer) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                WebSocketUpgradeHandler.from(
                        server,
                        container ->
                                container.addMapping(
                                        path, (_, _, _) -> new End(greeting, answer))));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /// The `Content-Type` of each handshake.
    List<String> contentTypes() {
        return List.copyOf(contentTypes);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    /// The next client that has connected.
    Session session() throws InterruptedException {
        return sessions.take();
    }

    /// The code of the next good-bye.
    int closeCode() throws InterruptedException {
        return closed.take();
    }

    /// Resets a connection, which the client is always told; an end that is no reset it may miss,
    /// as the package says.
    void cutOff(Session session) throws IOException {
        for (EndPoint client : connector.getConnectedEndPoints()) {
            ((SocketChannel) client.getTransport()).setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        session.disconnect();
    }

    static void text(Session session, String json) {
        session.sendText(json.replace('\'', '"'), Callback.NOOP);
    }

    static void bytes(Session session, String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        session.sendBinary(ByteBuffer.wrap(bytes), Callback.NOOP);
    }

    /// JSON as MsgPack; a text that is an instant becomes a timestamp, and `NaN` a number.
    static void packed(Session session, String json) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, JsonMapper.shared().readTree(json.replace('\'', '"')));
            session.sendBinary(ByteBuffer.wrap(packer.toByteArray()), Callback.NOOP);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pack(MessagePacker packer, JsonNode node) throws IOException {
        if (node.isObject()) {
            packer.packMapHeader(node.size());
            for (var member : node.properties()) {
                packer.packString(member.getKey());
                pack(packer, member.getValue());
            }
        } else if (node.isArray()) {
            packer.packArrayHeader(node.size());
            for (JsonNode element : node) {
                pack(packer, element);
            }
        } else if (node.isIntegralNumber()) {
            packer.packLong(node.longValue());
        } else if (node.isNumber()) {
            packer.packDouble(node.doubleValue());
        } else if (node.isNull()) {
            packer.packNil();
        } else if (node.asString().equals("NaN")) {
            packer.packDouble(Double.NaN);
        } else if (node.asString().endsWith("Z")) {
            packer.packTimestamp(Instant.parse(node.asString()));
        } else {
            packer.packString(node.asString());
        }
    }

    private static String unpacked(byte[] bytes) {
        try (var unpacker = MessagePack.newDefaultUnpacker(bytes)) {
            return unpacker.unpackValue().toJson();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// In two fragments, cut in the middle of a character if there is one. Returns when both are
    /// out: another frame between them would be refused.
    static void fragments(Session session, String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        int middle = bytes.length / 2;
        fragment(session, ByteBuffer.wrap(bytes, 0, middle), false);
        fragment(session, ByteBuffer.wrap(bytes, middle, bytes.length - middle), true);
    }

    private static void fragment(Session session, ByteBuffer bytes, boolean last) {
        Callback.Completable.with(sent -> session.sendPartialBinary(bytes, last, sent)).join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// One connection.
    public final class End implements Session.Listener.AutoDemanding {

        private final String greeting;
        private final BiConsumer<Session, String> answer;
        private volatile Session session;

        End(String greeting, BiConsumer<Session, String> answer) {
            this.greeting = greeting;
            this.answer = answer;
        }

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
            String contentType = opened.getUpgradeRequest().getHeader("Content-Type");
            contentTypes.add(String.valueOf(contentType));
            sessions.add(opened);
            if (contentType != null) {
                packed(opened, greeting);
            } else if (!greeting.isEmpty()) {
                text(opened, greeting);
            }
        }

        @Override
        public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            onWebSocketText(unpacked(bytes));
            callback.succeed();
        }

        @Override
        public void onWebSocketText(String message) {
            heard.add(message.replace('"', '\''));
            answer.accept(session, message);
        }

        @Override
        public void onWebSocketClose(int code, String reason, Callback callback) {
            closed.add(code);
            callback.succeed();
        }
    }
}
