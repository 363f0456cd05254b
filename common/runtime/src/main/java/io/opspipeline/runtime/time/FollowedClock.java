package io.opspipeline.runtime.time;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clock of a simulated exchange, as its clock stream tells it: text frames of an instant and a
/// speed, such as `2026-01-15T14:30:00Z 60.0`. While nothing is heard it runs on at the last speed.
///
/// A frame can be late and never early, so a reading that is a little behind what this clock shows
/// changes nothing, and the clock does not go back. One that is far behind is another exchange.
public final class FollowedClock extends Clock implements Pace, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedClock.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration LATE = Duration.ofSeconds(1);

    private final URI stream;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable PacedClock clock;

    private FollowedClock(URI stream) {
        this.stream = stream;
    }

    /// Connects, and keeps connecting until it is closed.
    ///
    /// @param stream `ws://host:port/path`
    /// @param patience the longest real time to wait for the first reading
    /// @throws IllegalStateException naming the stream when patience ends
    public static FollowedClock of(URI stream, Duration patience) {
        var followed = new FollowedClock(stream);
        Thread.ofVirtual().name("clock").start(followed::follow);
        if (!within(followed.first, patience)) {
            followed.close();
            throw new IllegalStateException(
                    "the clock of the exchange at %s told no time within %s"
                            .formatted(stream, patience));
        }
        return followed;
    }

    @Override
    public Instant instant() {
        return known().instant();
    }

    @Override
    public Duration real(Duration length) {
        return known().real(length);
    }

    @Override
    public ZoneId getZone() {
        return known().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ZonedClock(this, zone);
    }

    /// Stops to listen; the clock runs on.
    @Override
    public void close() {
        closed.countDown();
        client.shutdownNow();
    }

    private PacedClock known() {
        PacedClock known = clock;
        if (known == null) {
            throw new IllegalStateException("no time was told yet");
        }
        return known;
    }

    private void follow() {
        while (closed.getCount() > 0) {
            var ear = new Ear();
            try {
                client.newWebSocketBuilder().buildAsync(stream, ear).join();
                ear.ended.await();
                LOG.warn("the clock stream {} ended; time runs on as it was", stream);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.debug("the clock stream {} cannot be opened", stream, failure);
            }
            if (within(closed, RETRY)) {
                return;
            }
        }
    }

    private synchronized void told(Instant at, double speed) {
        PacedClock known = clock;
        if (known == null) {
            clock = new PacedClock(at, speed);
            first.countDown();
        } else if (known.speed() != speed || isWorthSetting(known, at)) {
            known.set(at, speed);
        }
    }

    private static boolean isWorthSetting(PacedClock known, Instant at) {
        Duration behind = known.real(Duration.between(at, known.instant()));
        return behind.isNegative() || behind.compareTo(LATE) > 0;
    }

    private static boolean within(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            try {
                String[] words = text.toString().split(" ", -1);
                told(Instant.parse(words[0]), Double.parseDouble(words[1]));
            } catch (RuntimeException failure) {
                LOG.warn("the clock stream says '{}'", text, failure);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            ended.countDown();
        }
    }
}
