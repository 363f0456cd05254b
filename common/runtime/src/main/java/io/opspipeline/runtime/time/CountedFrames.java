package io.opspipeline.runtime.time;

import io.opspipeline.ports.time.StreamFrames;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts handled stream frames, so that lockstep can wait for all that the exchange has sent.
public final class CountedFrames implements StreamFrames {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition counted = lock.newCondition();
    private long handled;

    @Override
    public void handled() {
        lock.lock();
        try {
            handled++;
            counted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How many frames have been handled since the start.
    public long count() {
        lock.lock();
        try {
            return handled;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until this many frames have been handled since the start.
    ///
    /// @param total frames sent since the start
    /// @param patience the longest wait in real time
    /// @throws IllegalStateException naming the missing count when patience ends or the wait is
    ///   interrupted
    public void awaitHandled(long total, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (handled < total && left > 0) {
                left = counted.awaitNanos(left);
            }
            if (handled < total) {
                throw missing(total, "within " + patience);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw missing(total, "before the wait was interrupted");
        } finally {
            lock.unlock();
        }
    }

    private IllegalStateException missing(long total, String when) {
        return new IllegalStateException(
                "%d of %d stream frames were not handled %s"
                        .formatted(total - handled, total, when));
    }
}
