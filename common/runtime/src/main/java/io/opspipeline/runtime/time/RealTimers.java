package io.opspipeline.runtime.time;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Timers of a clock that moves by itself, at the pace of real time or another: one thread waits,
/// each call runs on a virtual thread of its own, so that a slow call delays no other.
///
/// Real time goes on when the machine's clock is set back, so calls then come after as long as they
/// would have. A simulated clock that is set back begins another day, and calls wait for theirs.
public final class RealTimers implements Timers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealTimers.class);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final Clock clock;
    private final Pace pace;
    private final InstantSource time;
    private final ScheduledThreadPoolExecutor waiting;
    private final AtomicLong failures = new AtomicLong();

    /// @param pace how fast the clock runs
    public RealTimers(Clock clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
        this.time = pace.equals(Pace.REAL) ? new UnbrokenTime(clock, System::nanoTime) : clock;
        this.waiting =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("timers").daemon().factory());
        waiting.setRemoveOnCancelPolicy(true);
        waiting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        Duration away = Duration.between(clock.instant(), due);
        var call = new Call(time.instant().plus(away), key, action);
        call.await();
        return call;
    }

    /// How many calls threw.
    public long failures() {
        return failures.get();
    }

    /// Drops what is still to come; calls that have begun run to their end.
    @Override
    public void close() {
        waiting.shutdown();
    }

    /// Everything is caught: a loop that an error can end stops all trading (incident 53).
    private Runnable guarded(TimerKey key, Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (Throwable failure) {
                failures.incrementAndGet();
                LOG.error("{} failed", key, failure);
            }
        };
    }

    /// A call that waits. The clock may be set, or begin to run faster, while it does, so it looks
    /// at the time again and again.
    private final class Call implements Timer, Runnable {

        private final Instant due;
        private final TimerKey key;
        private final Runnable action;
        private @Nullable Future<?> waits;
        private boolean cancelled;

        private Call(Instant due, TimerKey key, Runnable action) {
            this.due = due;
            this.key = key;
            this.action = action;
        }

        private synchronized void await() {
            if (!cancelled) {
                Duration wait = pace.real(Duration.between(time.instant(), due));
                long nanos = Math.clamp(wait.toNanos(), 0, LONGEST_WAIT.toNanos());
                waits = waiting.schedule(this, nanos, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void run() {
            if (time.instant().isBefore(due)) {
                await();
            } else {
                Thread.ofVirtual().name(key.naturalKey()).start(guarded(key, action));
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (waits != null) {
                waits.cancel(false);
            }
        }
    }
}
