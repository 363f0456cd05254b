package io.opspipeline.local.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.local.day.DayRequest.MarketKind;
import io.opspipeline.ports.store.UniverseRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketsTest {

    @Test
    void tradesTheSymbolsAskedForBesideTheIndexFunds() {
        var market = Markets.open(request(new MarketKind.Generated(), "", "NVDA", "AMD"));

        assertThat(market.tickers())
                .extracting(Ticker::symbol)
                .containsExactly("AMD", "NVDA", "QQQ", "SPY");
        assertThat(Markets.universe(market))
                .extracting(row -> row.ticker().symbol())
                .containsExactly("AMD", "NVDA");
        assertThat(Markets.universe(market))
                .extracting(UniverseRow::source)
                .containsOnly(UniverseRow.Source.OPERATOR);
    }

    @Test
    void tradesEveryListedStockWithoutSymbols() {
        var market = Markets.open(request(new MarketKind.ZeroDrift(), ""));

        assertThat(market.tickers()).hasSize(30);
        assertThat(Markets.universe(market)).hasSize(28);
    }

    @Test
    void namesAnUnknownSymbolAndTheKnownOnes() {
        refused(
                request(new MarketKind.Generated(), "", "NVDA", "NOPE"),
                "unknown symbol NOPE",
                "NVDA");
    }

    @Test
    void namesADayWithoutSession() {
        refused(request(new MarketKind.Generated(), "2025-06-14"), "--day: 2025-06-14 is not");
        refused(request(new MarketKind.ZeroDrift(), "2025-07-04"), "--day: 2025-07-04 is not");
    }

    @Test
    void asksForTheDayOfRecordedData(@TempDir Path folder) {
        refused(request(new MarketKind.Recorded(folder), ""), "--day is missing");
    }

    @Test
    void namesAFolderThatIsAbsentOrEmpty(@TempDir Path folder) {
        Path absent = folder.resolve("absent");

        refused(request(new MarketKind.Recorded(absent), "2025-01-15"), absent.toString());
        refused(request(new MarketKind.Recorded(folder), "2025-01-15"), folder.toString());
    }

    private static void refused(DayRequest request, String... words) {
        assertThatThrownBy(() -> Markets.open(request))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContainingAll(words);
    }

    private static DayRequest request(MarketKind kind, String day, String... symbols) {
        List<Ticker> tickers = Arrays.stream(symbols).map(Ticker::of).toList();
        return new DayRequest(
                kind,
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                1,
                new TreeSet<>(tickers),
                Map.of());
    }
}
