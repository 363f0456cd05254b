package io.opspipeline.alpaca.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A token bucket that knows the instant at which it will be full again. A quarter of the minute's
/// requests may come at once, the rest is spread over the minute.
public final class RequestLimiter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BURST_SHARE = 4;
    private static final int ORDER_SHARE = 4;
    private static final Duration UNTOLD_RESET = Duration.ofSeconds(5);
    private static final Duration LATEST_RESET = Duration.ofMinutes(2);

    private final Clock clock;
    private final Duration interval;
    private final int burst;
    private final int keptForOrders;
    private Instant fullAt = Instant.EPOCH;
    private Instant readsFrom = Instant.EPOCH;
    private Instant ordersFrom = Instant.EPOCH;

    /// @param perMinute requests in a minute, at least 4
    public RequestLimiter(int perMinute, Clock clock) {
        this.clock = clock;
        this.burst = perMinute / BURST_SHARE;
        this.keptForOrders = keptOf(perMinute);
        this.interval = MINUTE.dividedBy(perMinute - burst);
    }

    /// Takes a place for a read and says how long to wait before it goes out.
    public synchronized Duration reserveRead() {
        Instant now = clock.instant();
        Duration wait = wait(now, burst - keptForOrders, readsFrom);
        take(now);
        return wait;
    }

    /// Takes a place for an order or a cancel when there is one now; else takes none and says how
    /// long there will be none.
    public synchronized Duration tryOrder() {
        Instant now = clock.instant();
        Duration wait = wait(now, burst, ordersFrom);
        if (wait.isZero()) {
            take(now);
        }
        return wait;
    }

    /// Learns from the headers of an answer.
    public synchronized void heard(Allowance allowance) {
        if (allowance.remaining().isPresent() && allowance.resetsAt().isPresent()) {
            int remaining = allowance.remaining().getAsInt();
            Instant reset = sensible(allowance.resetsAt().get());
            int kept = keptOf(allowance.limit().orElse(burst * BURST_SHARE));
            readsFrom = remaining <= kept ? latest(readsFrom, reset) : readsFrom;
            ordersFrom = remaining == 0 ? latest(ordersFrom, reset) : ordersFrom;
        }
    }

    /// Learns that a request was one too many, and says from when the next may come.
    public synchronized Instant exceeded(Allowance allowance) {
        Instant now = clock.instant();
        Instant reset =
                allowance
                        .retryAfter()
                        .map(now::plus)
                        .or(allowance::resetsAt)
                        .map(this::sensible)
                        .orElse(now.plus(UNTOLD_RESET));
        readsFrom = latest(readsFrom, reset);
        ordersFrom = latest(ordersFrom, reset);
        return latest(now, reset);
    }

    private static int keptOf(int perMinute) {
        return perMinute / BURST_SHARE / ORDER_SHARE;
    }

    private Duration wait(Instant now, int places, Instant from) {
        Instant free = fullAt.minus(interval.multipliedBy(places - 1L));
        Duration wait = Duration.between(now, latest(free, from));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void take(Instant now) {
        fullAt = latest(fullAt, now).plus(interval);
    }

    // A clock that is wrong, ours or theirs, must not silence us for long.
    private Instant sensible(Instant reset) {
        Instant limit = clock.instant().plus(LATEST_RESET);
        return reset.isAfter(limit) ? limit : reset;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
