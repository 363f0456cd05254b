package io.opspipeline.exchange.fault;

import io.opspipeline.exchange.venue.Faults;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/// One fault of a run, and whether it was met. Any thread may ask it.
///
/// @param number among the faults of the run, from 1
/// @param name what goes wrong
/// @param faults decides
/// @param met true once it has changed something
record Armed(int number, String name, Faults faults, AtomicBoolean met) {

    /// @param start the first instant of the run, UTC
    Armed(int number, FaultSwitch of, Instant start) {
        this(number, of.name(), of.fresh(start), new AtomicBoolean());
    }

    /// What it says.
    ///
    /// @param changes true for an answer by which it is met
    <T> T answer(Function<Faults, T> asked, Predicate<T> changes) {
        T said = asked.apply(faults);
        if (changes.test(said)) {
            met.set(true);
        }
        return said;
    }

    boolean isMet() {
        return met.get();
    }

    @Override
    public String toString() {
        return "fault #%d, %s".formatted(number, name);
    }
}
