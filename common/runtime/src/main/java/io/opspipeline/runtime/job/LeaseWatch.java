package io.opspipeline.runtime.job;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the leases of a process, every second of real time: it confirms those that are held,
/// tries for the others, and lets go what it could not confirm for too long. A job that cannot
/// begin costs the others nothing. So a dead owner is replaced within seconds, and a service begins
/// as soon as its database answers.
///
/// Real time, because the death of a process is no matter of the market's clock; lockstep has none.
public final class LeaseWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// Longer than a restart of the database takes: streams are kept open over it.
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(30);

    private final JobHost host;
    private final Duration every;
    private final Duration longestDoubt;
    private final ScheduledThreadPoolExecutor thread;
    private boolean isInDoubt;

    /// A watch over the leases of a host's jobs, which has not begun.
    public LeaseWatch(JobHost host) {
        this(host, EVERY, LONGEST_DOUBT);
    }

    /// @param every real time between two looks
    /// @param longestDoubt real time for which a lease is kept that cannot be confirmed
    LeaseWatch(JobHost host, Duration every, Duration longestDoubt) {
        this.host = host;
        this.every = every;
        this.longestDoubt = longestDoubt;
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("leases").daemon().factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Looks now, and then again and again.
    public void start() {
        var _ = thread.scheduleWithFixedDelay(this::look, 0, every.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Stops looking. What is held is given back by the host.
    @Override
    public void close() {
        thread.shutdown();
    }

    /// Everything is caught: a watch that an error can end leaves jobs without an owner.
    private void look() {
        try {
            host.claim();
            if (isInDoubt) {
                LOG.info("the leases are in order again");
            }
            isInDoubt = false;
        } catch (Throwable failure) {
            doubt(failure);
        }
    }

    private void doubt(Throwable failure) {
        if (!isInDoubt) {
            LOG.warn("not every lease could be looked after; tried every second", failure);
        }
        isInDoubt = true;
        try {
            host.letDoubtfulGo(longestDoubt);
        } catch (RuntimeException notLetGo) {
            LOG.error("jobs were not let go", notLetGo);
        }
    }
}
