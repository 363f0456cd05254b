package io.opspipeline.alpaca.stream;

import io.opspipeline.ports.time.StreamFrames;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One connection, from the attempt to its end. It joins the parts of frames, and counts each frame
/// when its effect is done.
final class Link implements WebSocket.Listener, Conversation.Speaker {

    private final Ear ear;
    private final StreamFrames frames;
    private final Form form;
    private final FrameParts parts;
    private final AtomicLong heard = new AtomicLong();
    private final CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    private volatile Optional<Line> line = Optional.empty();
    private volatile boolean isLeft;

    Link(Ear ear, Form form, StreamFrames frames) {
        this.ear = ear;
        this.form = form;
        this.parts = new FrameParts(form);
        this.frames = frames;
    }

    /// Where a link brings its news. What comes from a link that is over is dropped there.
    interface Ear {

        void opened(Link link);

        void heard(Link link, Frame frame);

        void ended(Link link, String reason);
    }

    /// Waits, in real time, until the other side has taken us in or the link has ended.
    ///
    /// @return false when neither came to pass
    boolean awaitAccepted(Duration patience) {
        try {
            return accepted.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isAccepted() {
        return accepted.isDone();
    }

    /// How often anything was heard, pongs included.
    long heardSoFar() {
        return heard.get();
    }

    Optional<Line> line() {
        return line;
    }

    /// Nobody needs to wait any longer.
    void over() {
        accepted.complete(true);
    }

    @Override
    public void say(JsonNode message) {
        line.ifPresent(open -> open.say(message, form));
    }

    @Override
    public void accepted() {
        accepted.complete(true);
    }

    /// Says good-bye: whatever the other side refuses us, it hears us.
    @Override
    public void leave(String reason) {
        ear.ended(this, reason);
        goodBye();
    }

    /// Hangs up on the other side, which does not hear us.
    void drop(String reason) {
        ear.ended(this, reason);
        line.ifPresent(Line::abort);
    }

    /// Says good-bye now, or as soon as the connection that is on its way has come.
    void goodBye() {
        isLeft = true;
        line.ifPresent(Line::close);
    }

    @Override
    public void onOpen(WebSocket socket) {
        var open = new Line(socket);
        line = Optional.of(open);
        heard.incrementAndGet();
        if (isLeft) {
            open.close();
        } else {
            ear.opened(this);
        }
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.add(part);
        return next(from, last);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        parts.add(part);
        return next(from, last);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        return next(from, false);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        return next(from, false);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ear.ended(this, "closed by the other side: %d %s".formatted(status, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        ear.ended(this, failure.toString());
    }

    private @Nullable CompletionStage<?> next(WebSocket from, boolean isWhole) {
        heard.incrementAndGet();
        if (isWhole) {
            try {
                ear.heard(this, parts.take());
            } finally {
                frames.handled();
            }
        }
        from.request(1);
        return null;
    }
}
