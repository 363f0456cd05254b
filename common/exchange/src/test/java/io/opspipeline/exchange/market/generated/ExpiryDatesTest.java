package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpiryDatesTest {

    private static final LocalDate DAY = GeneratedMarket.DEFAULT_DAY;

    @Test
    void listsEightFridaysAndSixMonthlies() {
        assertThat(ExpiryDates.listedOn(DAY, ExpiryCycle.FRIDAY))
                .containsExactlyElementsOf(
                        dates(
                                "2025-06-13",
                                "2025-06-20",
                                "2025-06-27",
                                "2025-07-03",
                                "2025-07-11",
                                "2025-07-18",
                                "2025-07-25",
                                "2025-08-01",
                                "2025-08-15",
                                "2025-09-19",
                                "2025-10-17",
                                "2025-11-21"));
    }

    @Test
    void megaCapsAlsoExpireOnMondaysAndWednesdays() {
        assertThat(ExpiryDates.listedOn(DAY, ExpiryCycle.MONDAY_WEDNESDAY_FRIDAY))
                .startsWith(
                        dates(
                                        "2025-06-13",
                                        "2025-06-16",
                                        "2025-06-18",
                                        "2025-06-20",
                                        "2025-06-23",
                                        "2025-06-25",
                                        "2025-06-27")
                                .toArray(LocalDate[]::new))
                .hasSize(24 + 4);
    }

    @Test
    void indexFundsExpireTodayToo() {
        assertThat(ExpiryDates.listedOn(DAY, ExpiryCycle.DAILY).getFirst()).isEqualTo(DAY);
    }

    @Test
    void aMonthlyOnGoodFridayExpiresOnThursday() {
        LocalDate thursday = LocalDate.of(2025, 4, 17);
        assertThat(ExpiryDates.listedOn(thursday, ExpiryCycle.FRIDAY).getFirst())
                .isEqualTo(thursday);
        assertThat(ExpiryDates.isMonthly(thursday)).isTrue();
        assertThat(ExpiryDates.isMonthly(LocalDate.of(2025, 4, 11))).isFalse();
        assertThat(ExpiryDates.isMonthly(LocalDate.of(2025, 6, 20))).isTrue();
    }

    @Test
    void defaultListingsFollowTheirCycles() {
        assertThat(DefaultListings.universe())
                .filteredOn(stock -> stock.cycle() == ExpiryCycle.MONDAY_WEDNESDAY_FRIDAY)
                .extracting(stock -> stock.ticker().symbol())
                .containsExactly("AAPL", "AMD", "AMZN", "GOOGL", "MSFT", "NVDA", "PLTR");
        assertThat(DefaultListings.universe())
                .hasSize(28)
                .noneMatch(stock -> stock.cycle() == ExpiryCycle.DAILY);
        assertThat(new Observed(GeneratedMarket.active(1)).expiries(Observed.TICKERS.get(1)))
                .isSortedAccordingTo(LocalDate::compareTo)
                .filteredOn(date -> date.getDayOfWeek() != DayOfWeek.FRIDAY)
                .containsExactly(LocalDate.of(2025, 7, 3));
    }

    private static List<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).toList();
    }
}
