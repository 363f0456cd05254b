package io.opspipeline.exchange.wire.stream;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/// A WebSocket of the network.
///
/// @param session Jetty's
/// @param count of all frames that were sent
record JettyWire(Session session, FrameCount count) implements Wire {

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public String header(String name) {
        return Objects.requireNonNullElse(session.getUpgradeRequest().getHeader(name), "");
    }

    @Override
    public void sendText(String message) {
        session.sendText(message, count.next());
    }

    @Override
    public void sendBytes(byte[] message) {
        session.sendBinary(ByteBuffer.wrap(message), count.next());
    }

    @Override
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }
}
