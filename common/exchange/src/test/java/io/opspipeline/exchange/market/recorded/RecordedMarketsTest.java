package io.opspipeline.exchange.market.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.calendar.NewYork;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.Market;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedMarketsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 30);
    private static final LocalDate TWX_DAY = LocalDate.of(2014, 6, 5);
    private static final NavigableSet<Ticker> ALL = new TreeSet<>();
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @TempDir private Path folder;

    @Test
    void readsBarsOfTheSessionAlone() throws IOException {
        write(
                "AB.csv",
                HEADER
                        + "2025-01-30 14:00:00+00:00,10,10,10,10,5\n"
                        + "2025-01-30 14:30:00+00:00,10,12,9,11,100\n"
                        + "2025-01-30 14:31:00+00:00,11,11,10,10.5,50\n");
        Market market = RecordedMarkets.open(folder, DAY, ALL, 1);
        assertThat(market.bars(Ticker.of("AB"), at(DAY, 9, 0), at(DAY, 16, 0)))
                .extracting(Bar::volume)
                .containsExactly(100L, 50L);
        assertThat(market.description().mode()).isEqualTo("recorded bars, generated chains");
        assertThat(market.options(Ticker.of("AB"))).isNotEmpty();
    }

    @Test
    void generatedPricesStayInsideTheirBar() throws IOException {
        write("AB.csv", HEADER + "2025-01-30 14:30:00+00:00,10,12,9,11,100\n");
        Market market = RecordedMarkets.open(folder, DAY, ALL, 1);
        for (int second = 0; second < 60; second += 5) {
            RawQuote quote =
                    market.stockQuote(Ticker.of("AB"), at(DAY, 9, 30).plusSeconds(second))
                            .orElseThrow();
            assertThat(quote.mid().doubleValue()).isBetween(8.99, 12.01);
        }
    }

    @Test
    @DisplayName("A bad row is named by file, number and reason")
    void namesABadRow() throws IOException {
        write("AB.csv", HEADER + "2025-01-30 14:30:00+00:00,10,8,9,11,100\n");
        assertThatThrownBy(() -> RecordedMarkets.open(folder, DAY, ALL, 1))
                .isInstanceOf(MarketFileException.class)
                .hasMessageContaining("AB.csv: row 2: bar of AB")
                .hasMessageContaining("prices out of order");
        write("AB.csv", HEADER + "2025-01-30 14:30:00+00:00,10,x,9,11,100\n");
        assertThatThrownBy(() -> RecordedMarkets.open(folder, DAY, ALL, 1))
                .hasMessageContaining("AB.csv: row 2: ");
    }

    @Test
    void namesMissingFolderDayAndSymbol() throws IOException {
        assertThatThrownBy(() -> RecordedMarkets.open(folder.resolve("none"), DAY, ALL, 1))
                .hasMessageContaining("none: no such folder");
        assertThatThrownBy(() -> RecordedMarkets.open(folder, DAY, ALL, 1))
                .hasMessageContaining("neither LEAN data nor a .csv");
        write("AB.csv", HEADER + "2025-01-30 14:30:00+00:00,10,10,10,10,1\n");
        assertThatThrownBy(() -> RecordedMarkets.open(folder, DAY.plusDays(1), ALL, 1))
                .hasMessageContaining("no data for 2025-01-31");
        assertThatThrownBy(() -> RecordedMarkets.open(folder, LocalDate.of(2025, 1, 9), ALL, 1))
                .hasMessageContaining("2025-01-09 is not a trading session");
        NavigableSet<Ticker> unknown = new TreeSet<>(List.of(Ticker.of("ZZZ")));
        assertThatThrownBy(() -> RecordedMarkets.open(folder, DAY, unknown, 1))
                .hasMessageContaining("unknown symbol ZZZ, known: [AB]");
    }

    @Test
    void namesACorruptZip() throws IOException {
        Path twx = Files.createDirectories(folder.resolve("equity/usa/minute/twx"));
        Files.writeString(twx.resolve("20140605_trade.zip"), "this is no zip");
        assertThatThrownBy(() -> RecordedMarkets.open(folder, TWX_DAY, ALL, 1))
                .isInstanceOf(MarketFileException.class)
                .hasMessageContaining("20140605_trade.zip: is not a readable zip file");
    }

    @Test
    void replaysBothPairsOfARecordedMinute() {
        Market market =
                RecordedMarkets.open(
                        SharedFiles.require("lean"),
                        TWX_DAY,
                        new TreeSet<>(List.of(Ticker.of("TWX"))),
                        1);
        OccSymbol call = OccSymbol.parse("TWX160115C00100000");
        RawQuote open = market.optionQuote(call, at(TWX_DAY, 9, 30).plusSeconds(7)).orElseThrow();
        RawQuote close = market.optionQuote(call, at(TWX_DAY, 9, 30).plusSeconds(31)).orElseThrow();
        assertThat(market.description().mode()).isEqualTo("recorded");
        assertThat(open.bid()).isEqualByComparingTo("0.19");
        assertThat(open.ask()).isEqualByComparingTo("0.92");
        assertThat(open.at()).isEqualTo(at(TWX_DAY, 9, 30).plusSeconds(5));
        assertThat(close.bid()).isEqualByComparingTo("0.49");
        assertThat(close.ask()).isEqualByComparingTo("0.94");
        RawQuote noAsk = market.optionQuote(call, at(TWX_DAY, 9, 33)).orElseThrow();
        assertThat(noAsk.ask()).isZero();
        assertThat(noAsk.askSize()).isZero();
    }

    @Test
    void putsChainsAroundRealBars() {
        Market market =
                RecordedMarkets.open(SharedFiles.require("minute-bars-2025-01"), DAY, ALL, 1);
        assertThat(market.tickers()).hasSize(6);
        assertThat(market.priorSessions()).hasSize(10);
        assertThat(market.options(Ticker.of("NVDA"))).hasSizeGreaterThan(200);
        assertThat(market.description().remarks().getFirst()).contains("generated");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return NewYork.at(day, LocalTime.of(hour, minute));
    }
}
