package io.opspipeline.alpaca.http;

import io.opspipeline.alpaca.access.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A bucket of permits that fills evenly. Orders may take the last permits; reads wait and leave a
/// quarter to them. It decides on the injected clock, so that virtual time decides the same.
final class RequestLimit {

    private static final double KEPT_FOR_ORDERS = 0.25;

    private final Clock clock;
    private final Pause pause;
    private final double capacity;
    private final double perMilli;
    private double permits;
    private Instant filledAt;

    RequestLimit(int perMinute, Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.capacity = perMinute;
        this.perMilli = perMinute / (double) Duration.ofMinutes(1).toMillis();
        this.permits = perMinute;
        this.filledAt = clock.instant();
    }

    /// Takes a permit for a read, after a pause when there is none.
    void awaitRead() throws InterruptedException {
        Duration wait = take(capacity * KEPT_FOR_ORDERS);
        if (wait.isPositive()) {
            pause.of(wait);
        }
    }

    /// Takes a permit for an order.
    ///
    /// @return empty when it was taken, else when there will be one
    synchronized Optional<Instant> tryOrder() {
        fill();
        if (permits >= 1) {
            permits--;
            return Optional.empty();
        }
        return Optional.of(clock.instant().plusMillis((long) Math.ceil((1 - permits) / perMilli)));
    }

    private synchronized Duration take(double kept) {
        fill();
        permits--;
        return permits >= kept
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.ceil((kept - permits) / perMilli));
    }

    private void fill() {
        Instant now = clock.instant();
        double gained = Math.max(0, Duration.between(filledAt, now).toMillis()) * perMilli;
        permits = Math.min(capacity, permits + gained);
        filledAt = now;
    }
}
