package io.opspipeline.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Holidays and half-days of the New York stock exchange, by its Rule 7.2 and its notices.
final class NyseRules {

    static final int FIRST_YEAR = 2013;
    static final int LAST_YEAR = 2029;

    private static final int FIRST_JUNETEENTH = 2022;

    /// Days of mourning: President G. H. W. Bush, President Carter.
    private static final Set<LocalDate> CLOSURES =
            Set.of(LocalDate.of(2018, 12, 5), LocalDate.of(2025, 1, 9));

    private NyseRules() {}

    static NavigableMap<LocalDate, Session> sessions() {
        NavigableMap<LocalDate, Session> sessions = new TreeMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            Set<LocalDate> holidays = holidays(year);
            Set<LocalDate> halfDays = halfDays(year, holidays);
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(date -> !isWeekend(date) && !holidays.contains(date))
                    .forEach(date ->
                            sessions.put(
                                    date,
                                    halfDays.contains(date)
                                            ? Session.early(date)
                                            : Session.regular(date)));
        }
        return sessions;
    }

    private static Set<LocalDate> holidays(int year) {
        Set<LocalDate> holidays = new TreeSet<>();
        newYearsDay(year).ifPresent(holidays::add);
        holidays.add(nth(year, Month.JANUARY, DayOfWeek.MONDAY, 3));
        holidays.add(nth(year, Month.FEBRUARY, DayOfWeek.MONDAY, 3));
        holidays.add(easterSunday(year).minusDays(2));
        holidays.add(
                LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= FIRST_JUNETEENTH) {
            holidays.add(observed(LocalDate.of(year, 6, 19)));
        }
        holidays.add(observed(LocalDate.of(year, 7, 4)));
        holidays.add(nth(year, Month.SEPTEMBER, DayOfWeek.MONDAY, 1));
        holidays.add(thanksgiving(year));
        holidays.add(observed(LocalDate.of(year, 12, 25)));
        holidays.addAll(CLOSURES);
        return holidays;
    }

    /// The day before Independence Day, the day after Thanksgiving and Christmas Eve, where they
    /// are sessions.
    private static Set<LocalDate> halfDays(int year, Set<LocalDate> holidays) {
        Set<LocalDate> halfDays =
                new TreeSet<>(
                        Set.of(
                                LocalDate.of(year, 7, 3),
                                thanksgiving(year).plusDays(1),
                                LocalDate.of(year, 12, 24)));
        halfDays.removeIf(date -> isWeekend(date) || holidays.contains(date));
        return halfDays;
    }

    /// A New Year's Day on a Saturday is not observed: the Friday before is the year's last day.
    private static Optional<LocalDate> newYearsDay(int year) {
        LocalDate day = LocalDate.of(year, 1, 1);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> Optional.empty();
            case SUNDAY -> Optional.of(day.plusDays(1));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> Optional.of(day);
        };
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static LocalDate thanksgiving(int year) {
        return nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
    }

    private static LocalDate nth(int year, Month month, DayOfWeek day, int n) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus and Butcher).
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
