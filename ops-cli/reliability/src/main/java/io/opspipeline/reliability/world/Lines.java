package io.opspipeline.reliability.world;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts the streams of all processes that stand, so that the driver can wait until every client
/// has noticed that a stream was cut.
final class Lines {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int standing;

    void connected() {
        change(1);
    }

    void ended() {
        change(-1);
    }

    int standing() {
        lock.lock();
        try {
            return standing;
        } finally {
            lock.unlock();
        }
    }

    /// @throws IllegalStateException when none stands, so that there is nothing to cut
    void requireSome() {
        if (standing() == 0) {
            throw new IllegalStateException("no stream stands that could be cut");
        }
    }

    /// Waits until none stands.
    ///
    /// @param patience the longest wait in real time
    /// @throws IllegalStateException when patience ends or the wait is interrupted
    void awaitNone(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (standing > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (standing > 0) {
                throw new IllegalStateException(
                        "%d streams stand that were cut, after %s".formatted(standing, patience));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while streams were cut");
        } finally {
            lock.unlock();
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            standing += by;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
