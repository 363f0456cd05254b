package io.opspipeline.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// A regular session: 09:30 to 16:00 New York, or to 13:00 on a half-day.
///
/// @param date New York date
/// @param open first instant, UTC
/// @param close first instant after it, UTC
public record Session(LocalDate date, Instant open, Instant close) {

    /// Regular opening time, New York.
    public static final LocalTime OPEN = LocalTime.of(9, 30);

    /// Regular closing time, New York.
    public static final LocalTime CLOSE = LocalTime.of(16, 0);

    /// Closing time of a half-day, New York.
    public static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    /// Refuses a session that ends before it begins or lies on another day.
    public Session {
        if (!open.isBefore(close) || !NewYork.dateOf(open).equals(date)) {
            throw new IllegalArgumentException(
                    "session of %s cannot run from %s to %s".formatted(date, open, close));
        }
    }

    /// A full session of a date.
    public static Session regular(LocalDate date) {
        return new Session(date, NewYork.at(date, OPEN), NewYork.at(date, CLOSE));
    }

    /// A half-day of a date.
    public static Session early(LocalDate date) {
        return new Session(date, NewYork.at(date, OPEN), NewYork.at(date, EARLY_CLOSE));
    }

    /// True in [open, close).
    public boolean contains(Instant instant) {
        return !instant.isBefore(open) && instant.isBefore(close);
    }

    /// True when it closes before 16:00 New York.
    public boolean isEarlyClose() {
        return NewYork.timeOf(close).isBefore(CLOSE);
    }

    /// Its length in minutes: the number of minute bars it can have.
    public int minutes() {
        return (int) length().toMinutes();
    }

    /// Its length.
    public Duration length() {
        return Duration.between(open, close);
    }

    /// The minute of the session that an instant lies in: 0 for the first.
    public int minuteOf(Instant instant) {
        return (int) Duration.between(open, instant).toMinutes();
    }
}
