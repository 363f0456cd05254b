package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.calendar.SessionCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedSet;
import java.util.TreeSet;

/// The expiry dates listed on a day: weeklies of 8 weeks and 6 monthlies. A date that is no session
/// moves to the session before it.
final class ExpiryDates {

    private static final int WEEKS = 8;
    private static final int MONTHLIES = 6;

    private ExpiryDates() {}

    /// Every expiry listed on a session's date, that date included.
    static SortedSet<LocalDate> listedOn(LocalDate day, ExpiryCycle cycle) {
        SortedSet<LocalDate> expiries = new TreeSet<>();
        LocalDate end = day.plusWeeks(WEEKS);
        for (LocalDate date = day; !date.isAfter(end); date = date.plusDays(1)) {
            if (cycle.expiresOn(date.getDayOfWeek())) {
                addSession(expiries, day, date);
            }
        }
        int monthlies = 0;
        for (YearMonth month = YearMonth.from(day);
                monthlies < MONTHLIES;
                month = month.plusMonths(1)) {
            LocalDate third = monthly(month);
            if (!third.isBefore(day)) {
                addSession(expiries, day, third);
                monthlies++;
            }
        }
        return expiries;
    }

    /// True for the third Friday of a month, or the session before it when that is a holiday.
    static boolean isMonthly(LocalDate expiry) {
        LocalDate third = monthly(YearMonth.from(expiry));
        return SessionCalendar.nyse().lastOnOrBefore(third).date().equals(expiry);
    }

    private static LocalDate monthly(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
    }

    private static void addSession(SortedSet<LocalDate> expiries, LocalDate day, LocalDate date) {
        LocalDate session = SessionCalendar.nyse().lastOnOrBefore(date).date();
        if (!session.isBefore(day)) {
            expiries.add(session);
        }
    }
}
