package io.opspipeline.exchange.wire.stream;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The open connections, in the order they came.
final class Conversations {

    private static final Comparator<Conversation> BY_ACCOUNT =
            Comparator.comparing(
                    conversation -> conversation.account().map(Object::toString).orElse(""));

    private final List<Conversation> open = new CopyOnWriteArrayList<>();

    void join(Conversation conversation) {
        open.add(conversation);
    }

    void leave(Conversation conversation) {
        open.remove(conversation);
    }

    /// Every open one of a kind, by account and then in the order they came.
    <T extends Conversation> List<T> of(Class<T> kind) {
        return open.stream().filter(kind::isInstance).sorted(BY_ACCOUNT).map(kind::cast).toList();
    }
}
