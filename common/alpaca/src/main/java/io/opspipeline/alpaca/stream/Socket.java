package io.opspipeline.alpaca.stream;

import io.opspipeline.alpaca.access.Surroundings;
import io.opspipeline.alpaca.http.Jitter;
import io.opspipeline.alpaca.wire.WireNode;
import io.opspipeline.domain.job.Stage;
import io.opspipeline.ports.time.TimerKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A WebSocket that is opened again whenever it ends, until it is closed. Frames of any kind, whole
/// or in parts, become JSON for a [Conversation].
final class Socket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(64);

    private final HttpClient client;
    private final URI url;
    private final String name;
    private final Surroundings around;
    private final Duration timeout;
    private final Optional<Duration> pingEvery;
    private final Jitter jitter;
    private final Conversation conversation;
    private final AtomicLong heard = new AtomicLong();
    private Duration pause = FIRST_PAUSE;
    private int generation;
    private boolean closed;
    private @Nullable WebSocket socket;

    /// What is on its way; frames are sent one after the other.
    private CompletableFuture<@Nullable WebSocket> sending =
            CompletableFuture.completedFuture(null);

    @SuppressWarnings("UnusedVariable") // held so that the attempt is not forgotten
    private CompletableFuture<@Nullable WebSocket> connecting = sending;

    Socket(
            HttpClient client,
            URI url,
            String name,
            Surroundings around,
            Duration timeout,
            Optional<Duration> pingEvery,
            Jitter jitter,
            Conversation conversation) {
        this.client = client;
        this.url = url;
        this.name = name;
        this.around = around;
        this.timeout = timeout;
        this.pingEvery = pingEvery;
        this.jitter = jitter;
        this.conversation = conversation;
    }

    /// Opens it; a first attempt that fails is tried again like any other.
    void open() {
        int mine;
        synchronized (this) {
            if (closed) {
                return;
            }
            mine = ++generation;
        }
        connecting =
                client.newWebSocketBuilder()
                        .connectTimeout(timeout)
                        .buildAsync(url, new Frames(mine))
                        .exceptionally(failure -> {
                            ended(mine, String.valueOf(failure.getMessage()));
                            return null;
                        });
    }

    /// Sends a text frame on the open connection; nothing is sent when there is none.
    synchronized void say(String json) {
        if (socket != null) {
            WebSocket to = socket;
            sending = sending.thenCompose(_ -> to.sendText(json, true)).exceptionally(this::unsent);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (socket != null) {
            WebSocket to = socket;
            sending =
                    sending.thenCompose(_ -> to.sendClose(WebSocket.NORMAL_CLOSURE, "done"))
                            .exceptionally(this::unsent);
            socket = null;
        }
    }

    private void ended(int which, String reason) {
        Duration wait;
        synchronized (this) {
            if (closed || which != generation) {
                return;
            }
            generation++;
            socket = null;
            wait = jitter.of(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        }
        LOG.warn("stream {} ended: {}; again in {}", name, reason, wait);
        conversation.ended(reason);
        at(wait, "connect", this::open);
    }

    private void watch(int which, long heardBefore) {
        pingEvery.ifPresent(period -> at(period, "ping", () -> ping(which, heardBefore)));
    }

    /// A socket that stays open and silent is dead: pings are answered by any that lives.
    private void ping(int which, long heardBefore) {
        WebSocket current;
        synchronized (this) {
            if (closed || which != generation || socket == null) {
                return;
            }
            current = socket;
        }
        long now = heard.get();
        if (now == heardBefore) {
            current.abort();
            ended(which, "silent since the last ping");
            return;
        }
        synchronized (this) {
            sending =
                    sending.thenCompose(_ -> current.sendPing(ByteBuffer.allocate(0)))
                            .exceptionally(this::unsent);
        }
        watch(which, now);
    }

    private @Nullable WebSocket unsent(Throwable failure) {
        LOG.warn("stream {}: a frame could not be sent: {}", name, failure.toString());
        return null;
    }

    private void at(Duration wait, String what, Runnable action) {
        TimerKey key = new TimerKey(Stage.STREAM, Optional.empty(), what + " " + name);
        around.timers().at(around.clock().instant().plus(wait), key, action);
    }

    /// One connection's side of the socket.
    private final class Frames implements WebSocket.Listener, Conversation.Speaker {

        private final int which;
        private final FrameParts parts = new FrameParts();

        private Frames(int which) {
            this.which = which;
        }

        @Override
        public void onOpen(WebSocket opened) {
            synchronized (Socket.this) {
                socket = opened;
            }
            heard.incrementAndGet();
            watch(which, heard.get());
            conversation.opened(this);
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence part, boolean last) {
            parts.add(part);
            return next(from, last);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer part, boolean last) {
            parts.add(part);
            return next(from, last);
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            heard.incrementAndGet();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            ended(which, "closed by the other side: %d %s".formatted(status, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            ended(which, failure.toString());
        }

        @Override
        public void say(String json) {
            Socket.this.say(json);
        }

        @Override
        public void accepted() {
            synchronized (Socket.this) {
                pause = FIRST_PAUSE;
            }
        }

        @Override
        public void leave(String reason) {
            WebSocket left;
            synchronized (Socket.this) {
                left = socket;
            }
            if (left != null) {
                left.abort();
            }
            ended(which, reason);
        }

        private @Nullable CompletionStage<?> next(WebSocket from, boolean last) {
            heard.incrementAndGet();
            if (last) {
                handle(parts.take());
            }
            from.request(1);
            return null;
        }

        /// Everything is caught: one bad frame must not end the stream of all others.
        private void handle(String text) {
            try {
                WireNode.parse(text)
                        .ifPresentOrElse(
                                frame -> conversation.said(frame, this),
                                () -> LOG.warn("stream {} sent no JSON: {}", name, text));
            } catch (RuntimeException e) {
                LOG.error("stream {}: a frame could not be handled: {}", name, text, e);
            } finally {
                around.frames().handled();
            }
        }
    }
}
