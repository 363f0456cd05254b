package io.opspipeline.exchange.market.generated;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/// The weekdays on which a stock's weekly options expire.
public enum ExpiryCycle {
    /// Every session: the index funds.
    DAILY(
            EnumSet.of(
                    DayOfWeek.MONDAY,
                    DayOfWeek.TUESDAY,
                    DayOfWeek.WEDNESDAY,
                    DayOfWeek.THURSDAY,
                    DayOfWeek.FRIDAY)),
    /// Mega caps.
    MONDAY_WEDNESDAY_FRIDAY(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)),
    /// Everything else.
    FRIDAY(EnumSet.of(DayOfWeek.FRIDAY));

    private final Set<DayOfWeek> weekdays;

    ExpiryCycle(EnumSet<DayOfWeek> weekdays) {
        this.weekdays = Set.copyOf(weekdays);
    }

    boolean expiresOn(DayOfWeek weekday) {
        return weekdays.contains(weekday);
    }

    /// True when strikes near the money are listed in the finest increments.
    boolean isFineGrained() {
        return this != FRIDAY;
    }
}
