package io.opspipeline.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// A session of the New York stock exchange as it was published.
///
/// @param date New York date
/// @param open 09:30 New York, UTC
/// @param close 16:00 New York, or 13:00 on a half-day, UTC
public record PublishedSession(LocalDate date, Instant open, Instant close) {

    /// An instant of it, so many minutes after the open.
    public Instant afterOpen(int minutes) {
        return open.plus(Duration.ofMinutes(minutes));
    }

    /// An instant of it, so many minutes before the close.
    public Instant beforeClose(int minutes) {
        return close.minus(Duration.ofMinutes(minutes));
    }
}
