package io.opspipeline.alpaca;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that answers each path as it was told, and remembers what it was asked.
public final class FakeAlpaca implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, Answer> byKey = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<HttpExchange> unanswered = new ConcurrentLinkedDeque<>();

    /// What to answer.
    ///
    /// @param status 0 for no answer at all
    public record Answer(int status, String body, Map<String, String> headers) {

        /// An answer without headers that matter.
        public static Answer of(int status, String body) {
            return new Answer(status, body.replace('\'', '"'), Map.of());
        }

        /// Nothing comes back.
        public static Answer none() {
            return of(0, "");
        }
    }

    /// What was asked.
    public record Asked(String method, String path, String query, String body, String key) {}

    public FakeAlpaca() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Answers a path in this order; the last answer stays.
    public FakeAlpaca on(String path, Answer... answer) {
        answers.put(path, new ArrayDeque<>(List.of(answer)));
        return this;
    }

    public FakeAlpaca on(String path, String body) {
        return on(path, Answer.of(200, body));
    }

    /// Answers one path to whoever shows this key.
    public FakeAlpaca on(String path, String key, String body) {
        byKey.put(key + " " + path, Answer.of(200, body));
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// The queries of all requests so far, decoded.
    public List<String> queries() {
        return asked.stream().map(Asked::query).toList();
    }

    @Override
    public void close() {
        unanswered.forEach(HttpExchange::close);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("APCA-API-KEY-ID");
        asked.add(
                new Asked(
                        exchange.getRequestMethod(),
                        path,
                        query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8),
                        body,
                        key));
        Answer own = byKey.get(key + " " + path);
        send(exchange, own == null ? next(path) : own);
    }

    private synchronized Answer next(String path) {
        Queue<Answer> left = answers.getOrDefault(path, new ArrayDeque<>());
        if (left.isEmpty()) {
            return Answer.of(404, "{'message':'endpoint not found.'}");
        }
        return left.size() == 1 ? left.element() : left.remove();
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            unanswered.add(exchange);
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
