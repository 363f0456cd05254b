package io.opspipeline.reliability.world;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Instant;

/// The timers of one process: when it is dead, none of them calls.
public record MortalTimers(Timers timers, Mortality mortality) implements Timers {

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        return timers.at(
                due,
                key,
                () -> {
                    if (!mortality.isDead()) {
                        action.run();
                    }
                });
    }
}
