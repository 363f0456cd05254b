package io.opspipeline.alpaca.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// Traffic past a limiter: reads go when they were told to, orders when they are let. It counts by
/// itself what went out, and holds each answer to an order against that.
final class Street {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofMillis(50);

    private final SettableClock clock = SettableClock.at("2026-01-05T15:00:00Z");
    private final int burst;
    private final double perSecond;
    private final RequestLimiter limiter;
    private final PriorityQueue<Instant> waiting = new PriorityQueue<>();
    private final List<Instant> gone = new ArrayList<>();
    private double used;
    private Instant counted = clock.instant();
    private int orders;

    Street(int perMinute) {
        burst = perMinute / 4;
        perSecond = (perMinute - burst - 1) / 60.0;
        limiter = new RequestLimiter(perMinute, clock);
    }

    void readAll(int count) {
        for (int i = 0; i < count; i++) {
            Duration wait = limiter.reserveRead();
            if (wait.isZero()) {
                goes();
            } else {
                waiting.add(clock.instant().plus(wait));
            }
        }
    }

    /// True when the order went out.
    boolean order() {
        double free = burst - usedNow();
        boolean passes = limiter.tryOrder().isZero();
        if (free > 1.001) {
            assertThat(passes).as("%.3f places are free", free).isTrue();
        } else if (free < 0.999) {
            assertThat(passes).as("%.3f places are free", free).isFalse();
        }
        if (passes) {
            goes();
            orders++;
        }
        return passes;
    }

    /// Lets time pass; the action is tried in small steps.
    void pass(Duration length, BooleanSupplier action) {
        Instant until = clock.instant().plus(length);
        while (clock.instant().isBefore(until)) {
            Instant next = earlier(until, clock.instant().plus(STEP));
            while (!waiting.isEmpty() && !waiting.element().isAfter(next)) {
                clock.set(waiting.remove());
                limiter.waitedReadGoes();
                goes();
            }
            clock.set(next);
            var _ = action.getAsBoolean();
        }
    }

    int orders() {
        return orders;
    }

    int mostInAMinute() {
        int most = 0;
        int first = 0;
        for (int last = 0; last < gone.size(); last++) {
            while (!gone.get(first).plus(MINUTE).isAfter(gone.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private void goes() {
        used = usedNow() + 1;
        gone.add(clock.instant());
    }

    private double usedNow() {
        double seconds = Duration.between(counted, clock.instant()).toNanos() / 1e9;
        used = Math.max(0, used - seconds * perSecond);
        counted = clock.instant();
        return used;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
