package io.opspipeline.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A-34, A-65: holidays and half-days of the exchange")
class NyseRulesTest {

    private final NavigableMap<LocalDate, Session> sessions = NyseRules.sessions();

    @ParameterizedTest
    @CsvSource({
        "2013, 252", "2014, 252", "2015, 252", "2016, 252", "2017, 251", "2018, 251",
        "2019, 252", "2020, 253", "2021, 252", "2022, 251", "2023, 250", "2024, 252",
        "2025, 250", "2026, 251", "2027, 251", "2028, 251", "2029, 251"
    })
    void hasAsManySessionsAsTheYearHad(int year, int sessions) {
        assertThat(this.sessions.keySet())
                .filteredOn(date -> date.getYear() == year)
                .hasSize(sessions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-03-29", "2015-07-03", "2016-12-26", "2017-01-02", "2018-12-05", "2020-07-03",
                "2021-07-05", "2021-12-24", "2022-06-20", "2022-12-26", "2023-01-02", "2025-01-09",
                "2027-06-18", "2029-03-30"
            })
    void closesOnHolidaysAndDaysOfMourning(LocalDate date) {
        assertThat(sessions).doesNotContainKey(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-07-03",
                "2013-11-29",
                "2013-12-24",
                "2017-07-03",
                "2018-11-23",
                "2019-07-03",
                "2024-07-03",
                "2025-12-24",
                "2028-07-03",
                "2029-11-23"
            })
    void closesEarlyOnHalfDays(LocalDate date) {
        assertThat(sessions).containsEntry(date, Session.early(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-07-02",
                "2020-07-02",
                "2021-06-18",
                "2021-07-02",
                "2021-12-31",
                "2022-07-01",
                "2022-12-23",
                "2027-12-31"
            })
    void tradesAllDayBesideAHolidayThatMoved(LocalDate date) {
        assertThat(sessions).containsEntry(date, Session.regular(date));
    }

    @ParameterizedTest
    @DisplayName("A-34: Good Friday is two days before Easter, whose dates are published")
    @ValueSource(
            strings = {
                "1818-03-22", "1886-04-25", "1913-03-23", "1954-04-18", "1961-04-02", "1981-04-19",
                "2000-04-23", "2008-03-23", "2011-04-24", "2014-04-20", "2016-03-27", "2019-04-21",
                "2024-03-31", "2025-04-20", "2029-04-01", "2038-04-25", "2049-04-18", "2076-04-19",
                "2100-03-28", "2160-03-23", "2285-03-22", "2299-04-16"
            })
    void findsEaster(LocalDate sunday) {
        assertThat(NyseRules.easterSunday(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void knowsEveryDayOfItsYearsAndNoOther() {
        assertThat(sessions.firstKey()).isEqualTo("2013-01-02");
        assertThat(sessions.lastKey()).isEqualTo("2029-12-31");
    }

    @Test
    void agreesWithTheListThatLeanKeeps() throws IOException {
        var oracle = SharedFiles.require("calendar/nyse_exceptions_2024_2027.csv");
        var listed = Files.readAllLines(oracle).stream().skip(1).map(NyseRulesTest::dateAndKind);

        assertThat(exceptions(LocalDate.of(2024, 1, 1), LocalDate.of(2027, 12, 31)))
                .isEqualTo(listed.toList());
    }

    private List<String> exceptions(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .flatMap(this::exception)
                .toList();
    }

    private Stream<String> exception(LocalDate date) {
        return Optional.ofNullable(sessions.get(date))
                .map(session -> session.isEarlyClose() ? Stream.of("early_close") : none())
                .orElseGet(() -> Stream.of("holiday"))
                .map(kind -> date + "," + kind);
    }

    private static Stream<String> none() {
        return Stream.empty();
    }

    private static String dateAndKind(String line) {
        var cells = line.split(",", -1);
        return cells[0] + "," + cells[1];
    }
}
