package io.opspipeline.exchange.market.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chains around CSV bars: what they may know, and files that cannot be used.
class BarsOnlyTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 30);
    private static final Ticker AB = Ticker.of("AB");
    private static final NavigableSet<Ticker> ALL = new TreeSet<>();
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String BEFORE = "2025-01-29 20:59:00+00:00,50,50,49,49.5,1000\n";

    @TempDir private Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("bars"));
    }

    @Test
    void laterBarsChangeNothingBeforeThem() throws IOException {
        String known = BEFORE + "2025-01-30 14:32:00+00:00,51,52,51,52,900\n";
        write("AB.csv", HEADER + known + "2025-01-30 14:34:00+00:00,52,52,52,52,900\n");
        Market calm = open();
        write("AB.csv", HEADER + known + "2025-01-30 14:34:00+00:00,80,90,80,90,999000\n");
        Market wild = open();
        assertThat(symbols(wild)).isEqualTo(symbols(calm));
        for (int second = 0; second < 240; second += 5) {
            assertThat(quotes(wild, second)).isEqualTo(quotes(calm, second));
        }
        assertThat(quotes(wild, 240)).isNotEqualTo(quotes(calm, 240));
    }

    @Test
    void untilTheFirstBarThePriceIsTheLastOneBefore() throws IOException {
        write("AB.csv", HEADER + BEFORE + "2025-01-30 14:32:00+00:00,51,52,51,52,900\n");
        Market market = open();
        assertThat(spot(market, 0)).isEqualTo(49.5);
        assertThat(spot(market, 119)).isEqualTo(49.5);
        assertThat(spot(market, 120)).isEqualTo(51);
    }

    @Test
    void withoutASessionBeforeStrikesSurroundTheFirstPrice() throws IOException {
        write(
                "AB.csv",
                HEADER
                        + "2025-01-30 14:30:00+00:00,50,50,50,50,900\n"
                        + "2025-01-30 20:59:00+00:00,80,80,80,80,900\n");
        assertThat(symbols(open()))
                .extracting(symbol -> symbol.strike().asDouble())
                .allMatch(strike -> strike >= 42 && strike <= 58);
    }

    @Test
    void gapsInOneFileDoNotThinItsTurnover() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        rows.append("2025-01-29 20:58:00+00:00,50,50,50,50,100000000\n").append(BEFORE);
        rows.append("2025-01-30 14:30:00+00:00,50,50,50,50,900\n");
        write("AB.csv", rows.toString());
        Market alone = open();
        write(
                "CD.csv",
                HEADER
                        + "2025-01-27 20:59:00+00:00,9,9,9,9,900\n"
                        + "2025-01-28 20:59:00+00:00,9,9,9,9,900\n"
                        + "2025-01-30 14:30:00+00:00,9,9,9,9,900\n");
        Market together = open();
        assertThat(together.priorSessions())
                .extracting(Session::date)
                .containsExactly(DAY.minusDays(3), DAY.minusDays(2), DAY.minusDays(1));
        assertThat(quotes(together, 60)).isEqualTo(quotes(alone, 60));
        assertThat(symbols(together)).anyMatch(symbol -> symbol.expiry().equals(DAY.plusDays(4)));
    }

    @Test
    void leavesOutAFileWithoutTheDayUnlessItIsAskedFor() throws IOException {
        write("AB.csv", HEADER + "2025-01-30 14:30:00+00:00,50,50,50,50,900\n");
        write("CD.csv", HEADER + BEFORE);
        assertThat(open().tickers()).containsExactly(AB);
        NavigableSet<Ticker> both = new TreeSet<>(List.of(AB, Ticker.of("CD")));
        assertThatThrownBy(() -> RecordedMarkets.open(folder, DAY, both, 1))
                .isInstanceOf(MarketFileException.class)
                .hasMessageContaining("CD.csv: no bars on 2025-01-30");
    }

    @Test
    void namesFilesWithoutASession() throws IOException {
        write("AB.csv", HEADER + "2025-01-30 13:00:00+00:00,50,50,50,50,900\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(MarketFileException.class)
                .hasMessageContaining("no bar in it is inside of a session");
        write("AB.csv", HEADER);
        assertThatThrownBy(this::open).isInstanceOf(MarketFileException.class);
    }

    @Test
    void namesRowsThatAreNoMinuteOrOutOfOrder() throws IOException {
        write("AB.csv", HEADER + BEFORE + "2025-01-30 14:30:30+00:00,50,50,50,50,900\n");
        assertThatThrownBy(this::open)
                .hasMessageContaining("AB.csv: row 3: 2025-01-30T14:30:30Z is not the start of a");
        write("AB.csv", HEADER + BEFORE + BEFORE);
        assertThatThrownBy(this::open).hasMessageContaining("AB.csv: row 3: ");
        write("AB.csv", HEADER + "2025-01-30 14:30:00+00:00,0,50,0,50,900\n");
        assertThatThrownBy(this::open).hasMessageContaining("row 2: a price of zero");
    }

    @Test
    void leanFoldersMayHoldOtherThings() throws IOException {
        Path minute = Files.createDirectories(folder.resolve("equity/usa/minute"));
        Files.writeString(minute.resolve(".DS_Store"), "");
        assertThatThrownBy(this::open)
                .isInstanceOf(MarketFileException.class)
                .hasMessageContaining("no data for 2025-01-30");
        Files.createDirectories(minute.resolve("no ticker"));
        assertThatThrownBy(this::open)
                .isInstanceOf(MarketFileException.class)
                .hasMessageContaining("its name is no ticker");
    }

    private Market open() {
        return RecordedMarkets.open(folder, DAY, ALL, 1);
    }

    private static List<OccSymbol> symbols(Market market) {
        Collection<OptionListing> listings = market.options(AB);
        assertThat(listings).isNotEmpty();
        return listings.stream().map(OptionListing::symbol).toList();
    }

    private static List<RawQuote> quotes(Market market, int second) {
        return symbols(market).stream()
                .map(symbol -> market.optionQuote(symbol, at(second)).orElseThrow())
                .toList();
    }

    private static double spot(Market market, int second) {
        return market.stockQuote(AB, at(second)).orElseThrow().mid().doubleValue();
    }

    private static Instant at(int second) {
        return NewYork.at(DAY, LocalTime.of(9, 30)).plusSeconds(second);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
