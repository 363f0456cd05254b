package io.opspipeline.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sessions of 2020 to 2029 as lists of days, not as rules: what code computes from rules and
/// from a time zone is held against them. Holidays and half-days are those that the exchange
/// published; where it has not published a year yet, those that its Rule 7.2 gives.
public final class PublishedSessions {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final ZoneOffset WINTER = ZoneOffset.ofHours(-5);
    private static final ZoneOffset SUMMER = ZoneOffset.ofHours(-4);

    /// @param clocks the Sundays on which New York's summer time begins and ends
    private record Year(Days clocks, Days holidays, Days halfDays) {}

    private static final Map<Integer, Year> YEARS =
            Map.of(
                    2020,
                    new Year(
                            days("03-08 11-01"),
                            days("01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25"),
                            days("11-27 12-24")),
                    2021,
                    new Year(
                            days("03-14 11-07"),
                            days("01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24"),
                            days("11-26")),
                    2022,
                    new Year(
                            days("03-13 11-06"),
                            days("01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26"),
                            days("11-25")),
                    2023,
                    new Year(
                            days("03-12 11-05"),
                            days("01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25"),
                            days("07-03 11-24")),
                    2024,
                    new Year(
                            days("03-10 11-03"),
                            days("01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25"),
                            days("07-03 11-29 12-24")),
                    2025,
                    new Year(
                            days("03-09 11-02"),
                            days(
                                    "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27"
                                            + " 12-25"),
                            days("07-03 11-28 12-24")),
                    2026,
                    new Year(
                            days("03-08 11-01"),
                            days("01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25"),
                            days("11-27 12-24")),
                    2027,
                    new Year(
                            days("03-14 11-07"),
                            days("01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24"),
                            days("11-26")),
                    2028,
                    new Year(
                            days("03-12 11-05"),
                            days("01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25"),
                            days("07-03 11-24")),
                    2029,
                    new Year(
                            days("03-11 11-04"),
                            days("01-01 01-15 02-19 03-30 05-28 06-19 07-04 09-03 11-22 12-25"),
                            days("07-03 11-23 12-24")));

    private PublishedSessions() {}

    /// Days of one year, in order.
    private record Days(List<MonthDay> inOrder) {

        boolean has(LocalDate date) {
            return inOrder.contains(MonthDay.from(date));
        }
    }

    /// Every session of 2020 to 2029, oldest first.
    public static List<PublishedSession> all() {
        return dates().filter(date -> !isWeekend(date) && !year(date).holidays().has(date))
                .map(PublishedSessions::session)
                .toList();
    }

    /// Every weekday of 2020 to 2029 without a session, oldest first.
    public static List<LocalDate> holidays() {
        return dates().filter(date -> !isWeekend(date) && year(date).holidays().has(date)).toList();
    }

    /// The half-days of 2020 to 2029.
    public static Set<LocalDate> halfDays() {
        return dates().filter(date -> year(date).halfDays().has(date))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PublishedSession session(LocalDate date) {
        LocalTime close = year(date).halfDays().has(date) ? EARLY_CLOSE : CLOSE;
        return new PublishedSession(date, at(date, OPEN), at(date, close));
    }

    /// The clocks change at night on a Sunday: a day has one offset while the market is open.
    private static Instant at(LocalDate date, LocalTime time) {
        List<MonthDay> clocks = year(date).clocks().inOrder();
        MonthDay day = MonthDay.from(date);
        boolean isSummer = !day.isBefore(clocks.getFirst()) && day.isBefore(clocks.getLast());
        return date.atTime(time).toInstant(isSummer ? SUMMER : WINTER);
    }

    private static Stream<LocalDate> dates() {
        return LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2030, 1, 1));
    }

    private static boolean isWeekend(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> true;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
        };
    }

    private static Year year(LocalDate date) {
        return Objects.requireNonNull(YEARS.get(date.getYear()));
    }

    private static Days days(String monthsAndDays) {
        return new Days(
                Stream.of(monthsAndDays.split(" ", -1))
                        .map(each -> MonthDay.parse("--" + each))
                        .toList());
    }
}
