package io.opspipeline.reliability.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One transaction after the other. One that throws is undone, from its last change to its first; a
/// transaction within another is a part of it.
final class Transactions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    <T> T call(Supplier<T> work) {
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.get() : whole(work);
        } finally {
            lock.unlock();
        }
    }

    /// A change was made in this transaction.
    ///
    /// @param back takes it back
    void changed(Runnable back) {
        undo.push(back);
    }

    private <T> T whole(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                undo.forEach(Runnable::run);
            }
            undo.clear();
        }
    }
}
