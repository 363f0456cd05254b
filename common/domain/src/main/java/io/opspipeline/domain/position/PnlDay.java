package io.opspipeline.domain.position;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.SessionCalendar;
import java.time.Instant;
import java.time.LocalDate;

/// The day whose profit and loss is counted.
///
/// @param start start of the New York day, UTC
/// @param lastSession date of the last session before it
public record PnlDay(Instant start, LocalDate lastSession) {

    /// The day of an instant.
    public static PnlDay of(Instant asOf, SessionCalendar calendar) {
        LocalDate today = NewYork.dateOf(asOf);
        return new PnlDay(NewYork.startOf(today), calendar.previous(today).date());
    }
}
