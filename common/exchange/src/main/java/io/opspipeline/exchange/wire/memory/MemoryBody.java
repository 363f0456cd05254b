package io.opspipeline.exchange.wire.memory;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/// Reads the body of a request.
final class MemoryBody implements Flow.Subscriber<ByteBuffer> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private MemoryBody() {}

    /// @throws IllegalStateException when the publisher fails
    static String read(HttpRequest.BodyPublisher publisher) {
        var body = new MemoryBody();
        publisher.subscribe(body);
        return body.bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] copied = new byte[part.remaining()];
        part.get(copied);
        bytes.writeBytes(copied);
    }

    @Override
    public void onError(Throwable failure) {
        throw new IllegalStateException("the body of a request could not be read", failure);
    }

    @Override
    public void onComplete() {
        // Everything is here.
    }
}
