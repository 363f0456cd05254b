package io.opspipeline.exchange.wire.stream;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;

/// Counts the frames of all streams.
final class FrameCount {

    private final AtomicLong sent = new AtomicLong();

    /// Counts a frame, and counts it back when its callback fails.
    Callback next() {
        sent.incrementAndGet();
        return Callback.from(() -> {}, _ -> sent.decrementAndGet());
    }

    long sent() {
        return sent.get();
    }
}
