package io.opspipeline.positionmanager;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// One piece of work that never runs twice at once: who asks for it while it runs goes away, and it
/// runs once more.
final class Turns {

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();

    void take(Runnable work) {
        wanted.set(true);
        while (wanted.get() && turn.tryLock()) {
            try {
                while (wanted.getAndSet(false)) {
                    work.run();
                }
            } finally {
                turn.unlock();
            }
        }
    }
}
