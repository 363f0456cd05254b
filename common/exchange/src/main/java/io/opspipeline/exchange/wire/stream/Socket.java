package io.opspipeline.exchange.wire.stream;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Jetty's end of one connection: turns its calls into a talk. Public, because Jetty looks its
/// methods up from outside.
public final class Socket implements Session.Listener.AutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private final FrameCount count;
    private final Function<Wire, Talk> begin;
    private volatile Optional<Talk> talk = Optional.empty();

    /// @param begin starts the talk over a wire
    Socket(FrameCount count, Function<Wire, Talk> begin) {
        this.count = count;
        this.begin = begin;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        Talk begun = begin.apply(new JettyWire(session, count));
        talk = Optional.of(begun);
        begun.opened();
    }

    @Override
    public void onWebSocketText(String message) {
        talk.ifPresent(open -> open.heard(message));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        talk.ifPresent(open -> open.heard(payload));
        callback.succeed();
    }

    /// A client that is gone says so by an end, too.
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("a client is gone", cause);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        talk.ifPresent(Talk::ended);
        callback.succeed();
    }
}
