package io.opspipeline.runtime.job;

import io.opspipeline.ports.time.TimerKey;
import io.opspipeline.ports.time.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Timers of a process that can be suspended, as a laptop is: what falls due meanwhile comes late.
final class PausableTimers implements Timers {

    private final Timers timers;
    private final List<Runnable> late = new ArrayList<>();
    private boolean stopped;

    PausableTimers(Timers timers) {
        this.timers = timers;
    }

    @Override
    public Timer at(Instant due, TimerKey key, Runnable action) {
        return timers.at(due, key, () -> call(action));
    }

    void stop() {
        stopped = true;
    }

    void resume() {
        stopped = false;
        List.copyOf(late).forEach(Runnable::run);
        late.clear();
    }

    private void call(Runnable action) {
        if (stopped) {
            late.add(action);
        } else {
            action.run();
        }
    }
}
