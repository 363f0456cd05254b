package io.opspipeline.local.flatten;

import io.opspipeline.ports.broker.BrokerUnavailable;
import io.opspipeline.ports.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// How often and how long the broker is asked.
///
/// @param clock the time that the broker's market runs on
/// @param pause waits on that time
/// @param length when a wait for one thing is given up
record Patience(Clock clock, Pause pause, Duration length) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    Instant now() {
        return clock.instant();
    }

    /// When a wait that begins now is given up.
    Instant end() {
        return now().plus(length);
    }

    /// Waits until the next look.
    void look() throws InterruptedException {
        pause.of(LOOK);
    }

    /// Asks until there is an answer.
    ///
    /// @param until when to ask for the last time
    /// @param unanswered hears why there is none, each time
    /// @return the answer; empty when there was none in time
    <T> Optional<T> read(Supplier<T> question, Instant until, Consumer<String> unanswered)
            throws InterruptedException {
        while (true) {
            try {
                return Optional.of(question.get());
            } catch (BrokerUnavailable unavailable) {
                unanswered.accept("not readable: " + unavailable.getMessage());
                if (!now().isBefore(until)) {
                    return Optional.empty();
                }
                look();
            }
        }
    }
}
