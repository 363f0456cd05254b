package io.opspipeline.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The zone of the exchange.
public final class NewYork {

    /// America/New_York.
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    /// The New York date of an instant.
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// The New York time of day of an instant.
    public static LocalTime timeOf(Instant instant) {
        return instant.atZone(ZONE).toLocalTime();
    }

    /// The instant of a New York date and time of day.
    public static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    /// The first instant of a New York day.
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
