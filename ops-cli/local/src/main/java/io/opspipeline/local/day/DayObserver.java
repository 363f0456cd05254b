package io.opspipeline.local.day;

import java.util.function.Supplier;

/// Watches a day go by.
@FunctionalInterface
public interface DayObserver {

    /// Watches nothing.
    DayObserver NONE = _ -> {};

    /// A minute of market time has passed.
    ///
    /// @param snapshot reads the moment when asked; asking costs a few milliseconds
    void minutePassed(Supplier<DaySnapshot> snapshot);
}
