package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.pace.Backoff;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// A WebSocket that is opened again whenever it ends, until it is closed. One thread at a time
/// speaks with the conversation.
final class Socket implements Link.Ear, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private final SocketPlace place;
    private final Surroundings surroundings;
    private final Backoff backoff;
    private final Conversation conversation;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Link> current = Optional.empty();
    private Optional<Timers.Timer> timer = Optional.empty();
    private int failures;
    private boolean closed;

    Socket(
            SocketPlace place,
            Surroundings surroundings,
            Backoff backoff,
            Conversation conversation) {
        this.place = place;
        this.surroundings = surroundings;
        this.backoff = backoff;
        this.conversation = conversation;
    }

    /// Opens it, and returns when the other side has taken us in or the attempt has failed; it is
    /// then made again later. Where time is virtual, nothing must happen in between.
    void open() {
        Link link = new Link(this, place.form(), surroundings.frames());
        if (!begin(link)) {
            return;
        }
        connect(link);
        if (!link.awaitAccepted(place.timeout())) {
            link.leave("not taken in within " + place.timeout());
        }
    }

    /// Sends a frame on the open connection.
    ///
    /// @return false when there is none
    boolean say(JsonNode message) {
        Optional<Link> link = link().filter(Link::isAccepted);
        link.ifPresent(open -> open.say(message));
        return link.isPresent();
    }

    /// True in a call of the conversation.
    boolean isSpeaking() {
        return turn.isHeldByCurrentThread();
    }

    @Override
    public void close() {
        Optional<Link> open;
        turn.lock();
        try {
            closed = true;
            open = current;
            current = Optional.empty();
            timer.ifPresent(Timers.Timer::cancel);
        } finally {
            turn.unlock();
        }
        open.ifPresent(Link::over);
        open.ifPresent(Link::goodBye);
    }

    @Override
    public void opened(Link link) {
        inTurn(
                link,
                () -> {
                    watch(link, link.heardSoFar());
                    conversation.opened(link);
                });
    }

    @Override
    public void heard(Link link, Frame frame) {
        inTurn(
                link,
                () ->
                        frame.read()
                                .ifPresentOrElse(
                                        node -> conversation.heard(node, link),
                                        () ->
                                                LOG.warn(
                                                        "{} sent what cannot be read: {}",
                                                        place,
                                                        frame)));
        if (link.isAccepted()) {
            inTurn(link, () -> failures = 0);
        }
    }

    @Override
    public void ended(Link link, String reason) {
        inTurn(
                link,
                () -> {
                    current = Optional.empty();
                    failures++;
                    Duration pause = backoff.after(place.name(), failures);
                    LOG.warn("{} ended: {}; again in {}", place, reason, pause);
                    after(pause, "connect", this::open);
                    conversation.ended(reason);
                });
        link.over();
    }

    private void connect(Link link) {
        var _ =
                place.connect(link)
                        .exceptionally(failure -> {
                            ended(link, inWords(failure));
                            return null;
                        });
    }

    /// The words of the JDK change from one release to the next, and a person reads them.
    private static String inWords(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return switch (cause) {
            case WebSocketHandshakeException refused ->
                    refused.getResponse() == null
                            ? "the handshake was refused"
                            : "the handshake was refused: " + refused.getResponse().statusCode();
            case IOException _ -> "no connection";
            default -> String.valueOf(cause.getMessage());
        };
    }

    private boolean begin(Link link) {
        turn.lock();
        try {
            boolean begins = !closed && current.isEmpty();
            current = begins ? Optional.of(link) : current;
            return begins;
        } finally {
            turn.unlock();
        }
    }

    private Optional<Link> link() {
        turn.lock();
        try {
            return current;
        } finally {
            turn.unlock();
        }
    }

    // Everything is caught: one bad frame must not end the stream of all others.
    private void inTurn(Link link, Runnable action) {
        turn.lock();
        try {
            if (current.filter(link::equals).isPresent()) {
                action.run();
            }
        } catch (RuntimeException e) {
            LOG.error("{}: a frame or an end could not be handled", place, e);
        } finally {
            turn.unlock();
        }
    }

    // A socket that stays open and silent is dead: any that lives answers pings. So an end that the
    // client forgets to tell is found, too.
    private void watch(Link link, long before) {
        place.pingEvery()
                .ifPresent(period ->
                        after(period, "ping", () -> inTurn(link, () -> ping(link, before))));
    }

    private void ping(Link link, long before) {
        if (link.heardSoFar() == before) {
            link.drop("silent since the last ping");
        } else {
            // Counted before the ping: its pong may be here at once.
            long heard = link.heardSoFar();
            link.line().ifPresent(Line::ping);
            watch(link, heard);
        }
    }

    private void after(Duration wait, String what, Runnable action) {
        TimerKey key = new TimerKey(Stage.STREAM, place.account(), what + " " + place.name());
        timer =
                Optional.of(
                        surroundings
                                .timers()
                                .at(surroundings.clock().instant().plus(wait), key, action));
    }
}
