package io.opspipeline.alpaca.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Token buckets that know the instant at which they will be full again. A quarter of the minute's
/// requests may come at once, the rest is spread over the minute. An order looks only at what has
/// gone out; a read also at what other reads were promised, and reads get three quarters of what
/// comes back: however many of them wait, places come free for orders.
public final class RequestLimiter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BURST_SHARE = 4;
    private static final int ORDER_SHARE = 4;
    private static final Duration UNTOLD_RESET = Duration.ofSeconds(5);
    private static final Duration LATEST_RESET = Duration.ofMinutes(2);

    private final Clock clock;
    private final Duration interval;
    private final Duration readInterval;
    private final int burst;
    private final int forReads;
    private Instant sent = Instant.EPOCH;
    private Instant promised = Instant.EPOCH;
    private Instant reads = Instant.EPOCH;
    private Instant readsFrom = Instant.EPOCH;
    private Instant ordersFrom = Instant.EPOCH;

    /// @param perMinute requests in a minute, at least 4
    public RequestLimiter(int perMinute, Clock clock) {
        this.clock = clock;
        this.burst = perMinute / BURST_SHARE;
        this.forReads = burst - keptOf(perMinute);
        // One less: a read that was promised its place may go out beside an order that took it.
        this.interval = MINUTE.dividedBy(perMinute - burst - 1L);
        this.readInterval = interval.multipliedBy(ORDER_SHARE).dividedBy(ORDER_SHARE - 1L);
    }

    /// Promises a read its place and says how long to wait before it goes out. One that has waited
    /// is told of when it goes: [#waitedReadGoes()].
    public synchronized Duration reserveRead() {
        Instant now = clock.instant();
        Instant free =
                latest(free(promised, interval, forReads), free(reads, readInterval, forReads));
        Instant goes = latest(now, latest(free, readsFrom));
        promised = latest(promised, goes).plus(interval);
        reads = latest(reads, goes).plus(readInterval);
        if (goes.equals(now)) {
            sent = latest(sent, now).plus(interval);
        }
        return Duration.between(now, goes);
    }

    /// A read that had to wait goes out.
    public synchronized void waitedReadGoes() {
        sent = latest(sent, clock.instant()).plus(interval);
    }

    /// Takes a place for an order or a cancel when there is one now; else takes none and says how
    /// long there will be none.
    public synchronized Duration tryOrder() {
        Instant now = clock.instant();
        Instant goes = latest(now, latest(free(sent, interval, burst), ordersFrom));
        if (goes.equals(now)) {
            sent = latest(sent, now).plus(interval);
            promised = latest(promised, now).plus(interval);
        }
        return Duration.between(now, goes);
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

    /// When a bucket has a place free.
    private static Instant free(Instant fullAt, Duration interval, int places) {
        return fullAt.minus(interval.multipliedBy(places - 1L));
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
