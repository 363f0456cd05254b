package io.opspipeline.local.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opspipeline.ports.alert.Alerts.Severity;
import io.opspipeline.runtime.log.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The other end of a webhook, on loopback: keeps what it was sent and answers as told.
final class Receiver implements AutoCloseable {

    static final String PATH = "/services/T0/secret-token";

    private final HttpServer server;
    private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean hangs;

    /// What was posted.
    record Post(JsonNode body, @Nullable String key) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    WebhookSettings settings() {
        return new WebhookSettings(new Secret(url()), Severity.INFO);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /// The status of the next answer that has none yet; 200 when none is told.
    Receiver answering(int status) {
        answers.add(status);
        return this;
    }

    /// Never answers from now on.
    Receiver hanging() {
        hangs = true;
        return this;
    }

    /// The next post; null when none comes in 10 s.
    @Nullable Post next() throws InterruptedException {
        return posts.poll(10, TimeUnit.SECONDS);
    }

    int waiting() {
        return posts.size();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        posts.add(new Post(JsonMapper.shared().readTree(body), key));
        if (hangs) {
            waitForTheEnd();
        }
        Integer status = answers.poll();
        byte[] words = ("no " + url()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status == null ? 200 : status, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
