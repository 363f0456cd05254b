package io.opspipeline.runtime.time;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Timers on real time: one thread waits, each call runs on a virtual thread of its own, so that a
/// slow call delays no other.
public final class RealTimers implements Timers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealTimers.class);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor waiting;
    private final AtomicLong failures = new AtomicLong();

    /// Timers of a clock that runs at the speed of real time.
    public RealTimers(Clock clock) {
        this.clock = clock;
        this.waiting =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("timers").daemon().factory());
        waiting.setRemoveOnCancelPolicy(true);
        waiting.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        Duration wait = Duration.between(clock.instant(), due);
        Future<?> call =
                waiting.schedule(
                        () -> Thread.ofVirtual().name(key.naturalKey()).start(guarded(key, action)),
                        Math.max(0, wait.toNanos()),
                        TimeUnit.NANOSECONDS);
        return () -> call.cancel(false);
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
}
