package io.opspipeline.dispatcher;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Instant;

/// The timers of one process: when it dies, none of its calls comes any more.
final class MortalTimers implements Timers {

    private final Timers timers;
    private boolean dead;

    MortalTimers(Timers timers) {
        this.timers = timers;
    }

    void die() {
        dead = true;
    }

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        return timers.at(
                due,
                key,
                () -> {
                    if (!dead) {
                        action.run();
                    }
                });
    }
}
