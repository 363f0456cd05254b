package io.opspipeline.exchange.wire.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// The way to one client. Frames leave in the order they were given; sending does not wait for the
/// network.
final class Connection {

    private final Session session;
    private final Form form;
    private final FrameCount count;
    private final Queue<String> waiting = new ArrayDeque<>();

    /// How frames are sent.
    enum Form {
        /// As text.
        TEXT,
        /// As bytes that hold UTF-8 text, which is what paper trading does.
        BINARY
    }

    Connection(Session session, Form form, FrameCount count) {
        this.session = session;
        this.form = form;
        this.count = count;
    }

    boolean isOpen() {
        return session.isOpen();
    }

    /// A header of the handshake; empty text when it was not sent.
    String header(String name) {
        return Objects.requireNonNullElse(session.getUpgradeRequest().getHeader(name), "");
    }

    /// Keeps a frame until the next flush.
    synchronized void queue(String frame) {
        waiting.add(frame);
    }

    /// Sends what was kept.
    synchronized void flush() {
        for (String frame = waiting.poll(); frame != null; frame = waiting.poll()) {
            send(frame);
        }
    }

    /// Sends a frame at once; nothing when the connection is closed.
    synchronized void send(String frame) {
        if (!session.isOpen()) {
            return;
        }
        switch (form) {
            case TEXT -> session.sendText(frame, count.next());
            case BINARY ->
                    session.sendBinary(
                            ByteBuffer.wrap(frame.getBytes(StandardCharsets.UTF_8)), count.next());
        }
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }
}
