package io.opspipeline.exchange.wire.memory;

import io.opspipeline.exchange.wire.stream.Talk;
import io.opspipeline.exchange.wire.stream.Wire;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Both ends of a WebSocket. A message reaches the client when it has asked for one and is not
/// handling another, as the JDK's own do; it is handled before the call that sent it returns.
final class MemorySocket implements WebSocket, Wire {

    private final Listener listener;
    private final Map<String, String> headers;
    private final Queue<Runnable> inbox = new ArrayDeque<>();
    private Optional<Talk> talk = Optional.empty();
    private long wanted;
    private boolean isBusy;
    private boolean isClosed;

    /// @param listener the client's
    /// @param headers of the handshake
    MemorySocket(Listener listener, Map<String, String> headers) {
        this.listener = listener;
        this.headers = headers;
    }

    /// The exchange has taken it in.
    void opened(Talk begun) {
        talk = Optional.of(begun);
        isBusy = true;
        listener.onOpen(this);
        isBusy = false;
        begun.opened();
        deliver();
    }

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        return said(open -> open.heard(data.toString()));
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        return said(open -> open.heard(data));
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        inbox.add(() -> listener.onPong(this, message));
        deliver();
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
        abort();
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void request(long messages) {
        wanted += messages;
        deliver();
    }

    @Override
    public String getSubprotocol() {
        return "";
    }

    @Override
    public boolean isOutputClosed() {
        return isClosed;
    }

    @Override
    public boolean isInputClosed() {
        return isClosed;
    }

    @Override
    public void abort() {
        isClosed = true;
        inbox.clear();
        talk.ifPresent(Talk::ended);
    }

    @Override
    public boolean isOpen() {
        return !isClosed;
    }

    @Override
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public void sendText(String message) {
        inbox.add(() -> listener.onText(this, message, true));
        deliver();
    }

    @Override
    public void sendBytes(byte[] message) {
        inbox.add(() -> listener.onBinary(this, ByteBuffer.wrap(message), true));
        deliver();
    }

    /// What was sent before still arrives.
    @Override
    public void close(int code, String reason) {
        if (!isClosed) {
            isClosed = true;
            talk.ifPresent(Talk::ended);
            inbox.add(() -> listener.onClose(this, code, reason));
            deliver();
        }
    }

    private CompletableFuture<WebSocket> said(Consumer<Talk> words) {
        if (isClosed) {
            return CompletableFuture.failedFuture(new IOException("the socket is closed"));
        }
        talk.ifPresent(words);
        return CompletableFuture.completedFuture(this);
    }

    private void deliver() {
        if (isBusy) {
            return;
        }
        isBusy = true;
        try {
            while (wanted > 0 && !inbox.isEmpty()) {
                wanted--;
                handle(inbox.remove());
            }
        } finally {
            isBusy = false;
        }
    }

    /// A client that throws has lost its socket, and is told so.
    private void handle(Runnable message) {
        try {
            message.run();
        } catch (Throwable failure) {
            abort();
            listener.onError(this, failure);
        }
    }
}
