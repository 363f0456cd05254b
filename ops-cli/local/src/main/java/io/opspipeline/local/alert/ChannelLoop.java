package io.opspipeline.local.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One channel's thread: sends until nothing is due, then waits for the bell, or for the sweep that
/// makes up for a bell that was not heard.
final class ChannelLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelLoop.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration LAST_SEND = Duration.ofSeconds(3);

    private final ChannelDelivery delivery;
    private final DatabaseWatch database;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile boolean isClosed;

    ChannelLoop(String name, ChannelDelivery delivery, DatabaseWatch database, Clock clock) {
        this.delivery = delivery;
        this.database = database;
        this.clock = clock;
        thread = Thread.ofPlatform().name("alerts-" + name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Something was raised; never waits.
    void ring() {
        bell.release();
    }

    /// Lets the send that is under way end, for 3 s at most.
    @Override
    public void close() {
        isClosed = true;
        ring();
        try {
            if (!thread.join(LAST_SEND)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean isOpen = false;
        try {
            while (!isClosed) {
                isOpen = round(isOpen);
                if (bell.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} was broken off", thread.getName());
        }
    }

    /// Whatever fails in a round, an error too, the next one is made (incident 53).
    private boolean round(boolean isOpen) throws InterruptedException {
        try {
            return attempted(isOpen);
        } catch (InterruptedException end) {
            throw end;
        } catch (Throwable failure) {
            LOG.error("{} broke and goes on", thread.getName(), failure);
            return isOpen;
        }
    }

    private boolean attempted(boolean isOpen) throws InterruptedException {
        Instant asked = clock.instant();
        try {
            if (!isOpen) {
                delivery.open();
            }
            while (!isClosed && delivery.sendOne()) {
                database.answered();
            }
            database.answered();
            return true;
        } catch (RuntimeException failure) {
            database.failed(asked, failure);
            return isOpen;
        }
    }
}
