package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much is traded, of stocks and of options.
class ActivityTest {

    private static final GeneratedMarket MARKET = GeneratedMarket.active(1);
    private static final Observed OBSERVED = new Observed(MARKET);
    private static final List<Ticker> ASKED =
            List.of(Ticker.of("NVDA"), Ticker.of("DIS"), Ticker.of("GE"));

    @Test
    void stocksTradeMostAtTheOpenAndAtTheClose() {
        double[] volumes = new double[390];
        for (Ticker ticker : Observed.TICKERS) {
            Instant from = MARKET.priorSessions().getFirst().open();
            List<Bar> bars = MARKET.bars(ticker, from, MARKET.priorSessions().getLast().close());
            double sum = bars.stream().mapToLong(Bar::volume).sum();
            for (int i = 0; i < bars.size(); i++) {
                volumes[i % 390] += bars.get(i).volume() / sum;
            }
        }
        double open = share(volumes, 0, 30);
        double noon = share(volumes, 180, 210);
        double close = share(volumes, 360, 390);
        assertThat(open).isGreaterThan(2.5 * noon);
        assertThat(close).isBetween(1.5 * noon, open);
        assertThat(share(volumes, 60, 90)).isBetween(noon * 0.9, open);
    }

    @Test
    void spellsRaiseStockVolumeByHalfOnOrdinaryDays() {
        Sample ratios = new Sample();
        for (ListedStock stock : DefaultListings.universe()) {
            Instant from = MARKET.priorSessions().getFirst().open();
            List<Bar> bars =
                    MARKET.bars(stock.ticker(), from, MARKET.priorSessions().getLast().close());
            double volume = bars.stream().mapToLong(Bar::volume).sum();
            ratios.add(volume / 3 / stock.averageVolume());
        }
        assertThat(ratios.mean()).isBetween(1.4, 1.8);
    }

    @Test
    void optionVolumeGrowsFromNothingToTheDaysTotal() {
        for (Ticker ticker : ASKED) {
            for (OccSymbol symbol : OBSERVED.symbols(ticker)) {
                long last = 0;
                assertThat(volume(symbol, 0)).isZero();
                for (int minute = 0; minute <= 390; minute += 30) {
                    assertThat(volume(symbol, minute)).isGreaterThanOrEqualTo(last);
                    last = volume(symbol, minute);
                }
                assertThat(volume(symbol, 500)).isEqualTo(last);
            }
            assertThat(sum(ticker, symbol -> volume(symbol, 30)))
                    .isBetween(
                            0.1 * sum(ticker, symbol -> volume(symbol, 390)),
                            0.3 * sum(ticker, symbol -> volume(symbol, 390)));
        }
    }

    @Test
    void countsAreNeverNegative() {
        for (Ticker ticker : ASKED) {
            assertThat(OBSERVED.symbols(ticker))
                    .allSatisfy(symbol -> {
                        assertThat(previous(symbol)).isNotNegative();
                        assertThat(interest(symbol)).isNotNegative();
                    });
        }
    }

    @Test
    void chainsTradeWhatTheirDepthTells() {
        for (ListedStock stock : DefaultListings.universe()) {
            double daily = stock.liquidity().dailyContracts();
            double previous = sum(stock.ticker(), ActivityTest::previous);
            assertThat(previous / daily).isBetween(0.6, 1.6);
            double today = sum(stock.ticker(), symbol -> volume(symbol, 390));
            assertThat(today / daily).isBetween(0.9, 2.1);
            double interest = sum(stock.ticker(), ActivityTest::interest);
            assertThat(interest / daily).isBetween(2.5, 6.0);
        }
    }

    @Test
    void nearStrikesAndExpiriesTradeMost() {
        Ticker ticker = Ticker.of("DIS");
        double spot = OBSERVED.spot(ticker, OBSERVED.minute(0));
        Predicate<OccSymbol> near =
                symbol -> Math.abs(symbol.strike().asDouble() / spot - 1) < 0.05;
        Predicate<OccSymbol> soon = symbol -> symbol.expiry().isBefore(LocalDate.of(2025, 7, 19));
        double all = sum(ticker, ActivityTest::previous);
        assertThat(sum(ticker, symbol -> near.test(symbol) ? previous(symbol) : 0) / all)
                .isGreaterThan(0.5);
        assertThat(sum(ticker, symbol -> soon.test(symbol) ? previous(symbol) : 0) / all)
                .isGreaterThan(0.8);
    }

    @Test
    void monthliesHoldMoreThanTheirNeighbours() {
        Ticker ticker = Ticker.of("XOM");
        double monthly = interest(ticker, LocalDate.of(2025, 7, 18));
        assertThat(monthly).isGreaterThan(2 * interest(ticker, LocalDate.of(2025, 7, 11)));
        assertThat(monthly).isGreaterThan(2 * interest(ticker, LocalDate.of(2025, 7, 25)));
    }

    @Test
    void everyChainHasContractsThatAreLiquidEnoughToTrade() {
        for (ListedStock stock : DefaultListings.universe()) {
            for (Right right : Right.values()) {
                List<OccSymbol> near =
                        OBSERVED.nearTheMoney(stock.ticker(), right, OBSERVED.minute(60));
                long liquid = near.stream().filter(ActivityTest::isLiquid).count();
                double least = stock.liquidity() == Liquidity.MODERATE ? 0.1 : 0.65;
                assertThat(liquid)
                        .as("%s", stock.ticker())
                        .isGreaterThan((long) (least * near.size()));
            }
        }
    }

    @Test
    void sharesOfASessionSumToOne() {
        for (int minutes : new int[] {210, 390}) {
            double[] passed = IntradayShape.cumulated(IntradayShape.variance(minutes));
            assertThat(passed).hasSize(minutes + 1);
            assertThat(passed[0]).isZero();
            assertThat(passed[minutes]).isEqualTo(1);
            assertThat(passed[minutes - 1]).isBetween(0.95, 0.9999);
            assertThat(IntStream.range(0, minutes)).allMatch(i -> passed[i] < passed[i + 1]);
        }
    }

    private static double share(double[] volumes, int from, int to) {
        return IntStream.range(from, to).mapToDouble(minute -> volumes[minute]).sum();
    }

    private static double interest(Ticker ticker, LocalDate expiry) {
        return sum(ticker, symbol -> symbol.expiry().equals(expiry) ? interest(symbol) : 0);
    }

    private static double sum(Ticker ticker, ToDoubleFunction<OccSymbol> count) {
        return OBSERVED.symbols(ticker).stream().mapToDouble(count).sum();
    }

    /// The trading rules' own measure: 200 contracts traded, or 500 open and 10 shown.
    private static boolean isLiquid(OccSymbol symbol) {
        RawQuote quote = OBSERVED.quote(symbol, OBSERVED.minute(60));
        return Math.max(volume(symbol, 60), previous(symbol)) > 200
                || (interest(symbol) >= 500 && quote.bidSize() >= 10 && quote.askSize() >= 10);
    }

    private static long volume(OccSymbol symbol, int minute) {
        return MARKET.optionVolume(symbol, OBSERVED.minute(minute)).orElseThrow();
    }

    private static long previous(OccSymbol symbol) {
        return MARKET.previousOptionVolume(symbol).orElseThrow();
    }

    private static int interest(OccSymbol symbol) {
        return MARKET.openInterest(symbol).orElseThrow();
    }
}
