package io.opspipeline.exchange.wire.memory;

import io.opspipeline.exchange.wire.http.Incoming;
import io.opspipeline.exchange.wire.http.Reply;
import io.opspipeline.exchange.wire.http.RequestDesk;
import io.opspipeline.exchange.wire.stream.Streams;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The JDK's HTTP client, connected to an exchange in the same JVM. An answer is there when the
/// call returns. One thread uses it at a time. Shutting it down ends its sockets without a word, as
/// the end of a process does.
public final class MemoryClient extends HttpClient {

    private final RequestDesk desk;
    private final Streams streams;
    private final List<MemorySocket> sockets = new ArrayList<>();

    /// @param desk answers requests
    /// @param streams takes sockets in
    public MemoryClient(RequestDesk desk, Streams streams) {
        this.desk = desk;
        this.streams = streams;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        return switch (desk.answer(incoming(request))) {
            case Reply.Sent sent -> MemoryResponse.of(request, sent, handler);
            case Reply.Silence() -> throw new IOException("no answer came");
            case Reply.Cut() -> throw new IOException("the connection was cut");
        };
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CompletableFuture.completedFuture(send(request, handler));
        } catch (IOException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return new SocketBuilder();
    }

    @Override
    public void shutdownNow() {
        List.copyOf(sockets).forEach(MemorySocket::abort);
        sockets.clear();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    /// The JVM's own; nothing is encrypted here.
    @Override
    public SSLContext sslContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has a default", e);
        }
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }

    private static Incoming incoming(HttpRequest request) {
        return new Incoming(
                request.method(),
                request.uri().getPath(),
                query(request.uri()),
                request.headers()::firstValue,
                () -> request.bodyPublisher().map(MemoryBody::read).orElse(""));
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new TreeMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.put(decoded(name), decoded(value));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// Connects sockets.
    private final class SocketBuilder implements WebSocket.Builder {

        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        @Override
        public WebSocket.Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public WebSocket.Builder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
            return this;
        }

        @Override
        public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
            MemorySocket socket = new MemorySocket(listener, headers);
            var talk = streams.connect(uri.getPath(), socket);
            if (talk.isEmpty()) {
                return CompletableFuture.failedFuture(
                        new CompletionException(new IOException("the handshake was refused")));
            }
            sockets.add(socket);
            socket.opened(talk.get());
            return CompletableFuture.completedFuture(socket);
        }
    }
}
