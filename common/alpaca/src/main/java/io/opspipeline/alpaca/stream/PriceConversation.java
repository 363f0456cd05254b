package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.AlpacaCredentials;
import io.opspipeline.alpaca.http.RefusalAlerts;
import io.opspipeline.alpaca.wire.WireNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Logs in, subscribes to prices, and hears them.
final class PriceConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(PriceConversation.class);

    private final PriceTape tape;
    private final Supplier<AlpacaCredentials> credentials;
    private final RefusalAlerts alerts;
    private volatile Set<String> wanted;
    private volatile Set<String> given = Set.of();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private boolean isSubscribed;

    PriceConversation(
            PriceTape tape,
            Set<String> wanted,
            Supplier<AlpacaCredentials> credentials,
            RefusalAlerts alerts) {
        this.tape = tape;
        this.wanted = Set.copyOf(wanted);
        this.credentials = credentials;
        this.alerts = alerts;
    }

    /// Replaces what is wanted, and returns what was.
    Set<String> want(Set<String> symbols) {
        Set<String> before = wanted;
        wanted = Set.copyOf(symbols);
        return before;
    }

    /// What the other side has confirmed on this connection.
    Set<String> given() {
        return given;
    }

    /// Counts down with each answer to a change that comes from now on.
    CountDownLatch answers(int count) {
        CountDownLatch latch = new CountDownLatch(count);
        answers = latch;
        return latch;
    }

    /// A change of what the stream brings.
    ///
    /// @param verb `subscribe` or `unsubscribe`
    ObjectNode change(String verb, Collection<String> symbols) {
        return StreamJson.change(verb, tape.channels(), symbols);
    }

    @Override
    public void opened(Speaker speaker) {
        isSubscribed = false;
        given = Set.of();
    }

    @Override
    public void heard(WireNode frame, Speaker speaker) {
        List<WireNode> messages = frame.rows();
        messages.forEach(message -> control(message, speaker));
        tape.heard(messages);
    }

    @Override
    public void ended(String reason) {
        isSubscribed = false;
        tape.disconnected(reason);
    }

    private void control(WireNode message, Speaker speaker) {
        switch (message.text("T").orElse("")) {
            case "success" -> succeeded(message, speaker);
            case "subscription" -> subscribed(echoed(message), speaker);
            case "error" -> failed(StreamError.of(message), speaker);
            default -> LOG.trace("{}: {}", tape.name(), message);
        }
    }

    private void succeeded(WireNode message, Speaker speaker) {
        switch (message.text("msg").orElse("")) {
            case "connected" -> speaker.say(StreamJson.auth(credentials.get()));
            case "authenticated" -> begin(speaker);
            default -> LOG.debug("{}: {}", tape.name(), message);
        }
    }

    private void begin(Speaker speaker) {
        if (wanted.isEmpty()) {
            subscribed(Set.of(), speaker);
        } else {
            speaker.say(change("subscribe", wanted));
        }
    }

    /// The echo is always the full set.
    private Set<String> echoed(WireNode message) {
        return Set.copyOf(message.texts(tape.channels().getFirst()));
    }

    private void subscribed(Set<String> symbols, Speaker speaker) {
        given = symbols;
        answers.countDown();
        if (!isSubscribed) {
            isSubscribed = true;
            speaker.accepted();
            tape.connected();
        }
    }

    /// A refused change leaves the subscription as it was, and so is asked for again by the next.
    private void failed(StreamError error, Speaker speaker) {
        if (isSubscribed && error.leavesSubscription()) {
            wanted = given;
            answers.countDown();
        }
        error.answer(speaker, tape.name(), alerts);
    }
}
