package io.opspipeline.exchange.wire.stream;

import io.opspipeline.exchange.wire.json.Json;
import java.nio.ByteBuffer;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One client's connection, for whoever carries its messages. Clients may write text or bytes.
/// Called by one thread at a time.
public final class Talk {

    private final Conversations conversations;
    private final Conversation conversation;

    Talk(Conversations conversations, Conversation conversation) {
        this.conversations = conversations;
        this.conversation = conversation;
    }

    /// The connection stands.
    public void opened() {
        conversations.join(conversation);
        conversation.opened();
    }

    /// The client sent text.
    public void heard(String message) {
        hear(Json.object(message));
    }

    /// The client sent bytes.
    public void heard(ByteBuffer message) {
        hear(conversation.connection().read(message));
    }

    /// The client is gone.
    public void ended() {
        conversations.leave(conversation);
    }

    private void hear(Optional<ObjectNode> message) {
        message.ifPresentOrElse(conversation::heard, conversation::heardNoise);
    }
}
