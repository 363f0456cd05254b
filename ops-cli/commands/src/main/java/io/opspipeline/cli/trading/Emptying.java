package io.opspipeline.cli.trading;

import io.opspipeline.cli.position.Held;
import io.opspipeline.ports.time.Pause;
import io.opspipeline.runtime.time.Stopwatch;
import java.time.Duration;
import java.util.function.Supplier;

/// Waits until accounts hold nothing and no order of theirs works.
///
/// @param held what they hold now
/// @param pause waits in real time
/// @param longest when what is left is left
record Emptying(Supplier<Held> held, Pause pause, Duration longest) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /// What is left in the end.
    ///
    /// @throws InterruptedException when the thread is told to stop
    Held awaited() throws InterruptedException {
        Stopwatch watch = Stopwatch.started();
        Held left = held.get();
        while (!left.holdsNothing() && watch.elapsed().compareTo(longest) < 0) {
            pause.of(LOOK);
            left = held.get();
        }
        return left;
    }
}
