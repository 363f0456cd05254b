package io.opspipeline.exchange.wire.stream;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the time to whoever listens: at once, and whenever it is told to. It is no stream of
/// Alpaca's; frames on it are not counted.
public final class ClockStream {

    /// Its path.
    public static final String PATH = "/simulation/clock";

    private static final Logger LOG = LoggerFactory.getLogger(ClockStream.class);

    private final Supplier<String> time;
    private final Queue<Session> sessions = new ConcurrentLinkedQueue<>();

    /// @param time the frame that tells the present
    public ClockStream(Supplier<String> time) {
        this.time = time;
    }

    /// Puts the stream at its path.
    public void serve(ServerWebSocketContainer container) {
        container.addMapping(PATH, (_, _, _) -> new Ear());
    }

    /// Tells everybody the time.
    public void tell() {
        sessions.forEach(this::tell);
    }

    private void tell(Session session) {
        session.sendText(time.get(), Callback.NOOP);
    }

    /// Jetty's end of one connection. Public, because Jetty looks its methods up from outside.
    public final class Ear implements Session.Listener.AutoDemanding {

        @Override
        public void onWebSocketOpen(Session session) {
            sessions.add(session);
            tell(session);
        }

        @Override
        public void onWebSocketClose(int code, String reason, Callback callback) {
            sessions.removeIf(session -> !session.isOpen());
            callback.succeed();
        }

        @Override
        public void onWebSocketError(Throwable cause) {
            LOG.debug("a listener to the clock is gone", cause);
        }
    }
}
