package io.opspipeline.local.doctor;

import io.opspipeline.alpaca.probe.Probed;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Notes whether the broker has said to any check that there are too many requests.
final class Storms {

    private final AtomicReference<Probed.@Nullable OneTooMany<?>> heard = new AtomicReference<>();

    /// Takes note of an answer and passes it on.
    <T> Probed<T> heard(Probed<T> answer) {
        if (answer instanceof Probed.OneTooMany<T> storm) {
            heard.accumulateAndGet(storm, Storms::longer);
        }
        return answer;
    }

    /// The storm that lasts longest.
    Optional<Probed.OneTooMany<?>> longest() {
        return Optional.ofNullable(heard.get());
    }

    private static Probed.OneTooMany<?> longer(
            Probed.@Nullable OneTooMany<?> known, Probed.OneTooMany<?> next) {
        return known == null || next.resetsAt().isAfter(known.resetsAt()) ? next : known;
    }
}
