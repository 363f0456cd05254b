package io.opspipeline.positionmanager;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// One piece of work that never runs twice at once: who asks for it while it runs goes away, and it
/// runs once more, also when the work breaks.
final class Turns {

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();

    void take(Runnable work) {
        wanted.set(true);
        serve(work);
    }

    private void serve(Runnable work) {
        if (wanted.get() && turn.tryLock()) {
            try {
                while (wanted.getAndSet(false)) {
                    work.run();
                }
            } finally {
                turn.unlock();
                serve(work);
            }
        }
    }
}
