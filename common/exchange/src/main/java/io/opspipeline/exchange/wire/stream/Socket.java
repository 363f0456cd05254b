package io.opspipeline.exchange.wire.stream;

import io.opspipeline.exchange.wire.json.Json;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Jetty's end of one connection: turns its calls into a conversation. Clients may write text or
/// bytes. Public, because Jetty looks its methods up from outside.
public final class Socket implements Session.Listener.AutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private final Conversations conversations;
    private final Function<Session, Conversation> begin;
    private volatile @Nullable Conversation conversation;

    Socket(Conversations conversations, Function<Session, Conversation> begin) {
        this.conversations = conversations;
        this.begin = begin;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        Conversation begun = begin.apply(session);
        conversation = begun;
        conversations.join(begun);
        begun.opened();
    }

    @Override
    public void onWebSocketText(String message) {
        Conversation open = conversation;
        if (open != null) {
            hear(open, Json.object(message));
        }
    }

    private static void hear(Conversation open, Optional<ObjectNode> message) {
        message.ifPresentOrElse(open::heard, open::heardNoise);
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        Conversation open = conversation;
        if (open != null) {
            hear(open, open.connection().read(payload));
        }
        callback.succeed();
    }

    /// A client that is gone says so by an end, too.
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("a client is gone", cause);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        Conversation open = conversation;
        if (open != null) {
            conversations.leave(open);
        }
        callback.succeed();
    }
}
