package io.opspipeline.exchange.wire.memory;

import io.opspipeline.exchange.wire.http.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/// An answer.
record MemoryResponse<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
        implements HttpResponse<T> {

    static <T> HttpResponse<T> of(
            HttpRequest request, Reply.Sent sent, HttpResponse.BodyHandler<T> handler) {
        HttpHeaders headers = headers(sent);
        var subscriber = handler.apply(new Head(sent.answer().status(), headers));
        subscriber.onSubscribe(new Wanted());
        byte[] bytes = sent.answer().body().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            subscriber.onNext(List.of(ByteBuffer.wrap(bytes)));
        }
        subscriber.onComplete();
        return new MemoryResponse<>(
                request,
                sent.answer().status(),
                headers,
                subscriber.getBody().toCompletableFuture().join());
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }

    private static HttpHeaders headers(Reply.Sent sent) {
        Map<String, List<String>> headers = new HashMap<>();
        sent.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("Content-Type", List.of(sent.answer().contentType()));
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    private record Head(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    /// Whoever takes the body takes all of it at once.
    private static final class Wanted implements Flow.Subscription {

        @Override
        public void request(long parts) {
            // There is one part, and it comes.
        }

        @Override
        public void cancel() {
            // There is one part, and it comes.
        }
    }
}
