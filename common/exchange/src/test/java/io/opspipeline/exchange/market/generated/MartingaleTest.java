package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Price;
import io.opspipeline.exchange.market.theory.Black;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Nothing can be earned in the zero-drift market, before costs: 21 stocks, 96 seeds.
class MartingaleTest {

    private static final LocalDate EXPIRY = LocalDate.of(2025, 6, 27);
    private static final List<ListedStock> STOCKS_OF_FRIDAYS =
            DefaultListings.universe().stream()
                    .filter(stock -> stock.cycle() == ExpiryCycle.FRIDAY)
                    .toList();
    private static final int SEEDS = 96;
    private static final Sample STOCKS = new Sample();
    private static final Map<Right, Gains> GAINS = new EnumMap<>(Right.class);

    @BeforeAll
    static void trade() {
        for (Right right : Right.values()) {
            GAINS.put(right, new Gains());
        }
        Paths paths = new Paths(Regime.ZERO_DRIFT);
        for (long seed = 1; seed <= SEEDS; seed++) {
            PathGenerator generator = paths.generator(seed);
            for (ListedStock stock : STOCKS_OF_FRIDAYS) {
                trade(seed, stock, generator.trades(stock).getLast().path());
            }
        }
    }

    @Test
    void stocksGainNothing() {
        assertThat(STOCKS.size()).isGreaterThanOrEqualTo(2_000);
        STOCKS.assertMeanIs(0);
    }

    @Test
    @DisplayName("options at the money gain nothing from open to close, at their mids")
    void optionsGainNothing() {
        GAINS.values().forEach(gains -> gains.day.assertMeanIs(0));
    }

    @Test
    void optionsGainNothingInEitherHalf() {
        GAINS.values().forEach(gains -> gains.morning.assertMeanIs(0));
        GAINS.values().forEach(gains -> gains.afternoon.assertMeanIs(0));
    }

    @Test
    @DisplayName("hedged options gain nothing: time value is lost as fast as prices move")
    void hedgedOptionsGainNothing() {
        for (Gains gains : GAINS.values()) {
            assertThat(gains.hedged.standardError()).isLessThan(gains.day.standardError() / 4);
            gains.hedged.assertMeanIs(0);
        }
    }

    @Test
    void marketQuotesTheValueOfTheVarianceStillToCome() {
        Observed observed = new Observed(GeneratedMarket.zeroDrift(3));
        ListedStock stock = DefaultListings.universe().getFirst();
        for (int minute : new int[] {0, 100, 390}) {
            double passed = IntradayShape.cumulated(IntradayShape.variance(390))[minute];
            double deviation = Math.sqrt(stock.dayVariance() * (1.5 * (1 - passed) + 10));
            for (Right right : Right.values()) {
                OccSymbol symbol =
                        observed.atTheMoney(stock.ticker(), right, observed.minute(minute))
                                .getFirst();
                assertThat(symbol.expiry()).isEqualTo(EXPIRY);
                double spot = observed.spot(stock.ticker(), observed.minute(minute));
                double value =
                        Black.theory(right, spot, symbol.strike().asDouble(), deviation).value();
                assertThat(observed.quote(symbol, observed.minute(minute)).mid().doubleValue())
                        .isCloseTo(value, within(0.017));
            }
        }
    }

    private static void trade(long seed, ListedStock stock, SessionPath path) {
        double scale = path.first() * Math.sqrt(stock.dayVariance());
        STOCKS.add((path.last() - path.first()) / scale);
        GeneratedChain chain = GeneratedChains.martingale(seed, stock, path.first(), path);
        for (Right right : Right.values()) {
            gains(right).add(chain, nearest(chain, right, path.first()), path, scale);
        }
    }

    private static Gains gains(Right right) {
        return java.util.Objects.requireNonNull(GAINS.get(right));
    }

    private static OccSymbol nearest(GeneratedChain chain, Right right, double spot) {
        List<OccSymbol> symbols =
                chain.listings().stream()
                        .map(listing -> listing.symbol())
                        .filter(each -> each.right() == right && each.expiry().equals(EXPIRY))
                        .toList();
        return symbols.stream()
                .min(Comparator.comparingDouble(each -> Math.abs(dollars(each) - spot)))
                .orElseThrow();
    }

    private static double dollars(OccSymbol symbol) {
        Price strike = symbol.strike();
        return strike.asDouble();
    }

    /// What one contract gains, in standard deviations of the stock's day.
    private static final class Gains {

        private final Sample day = new Sample();
        private final Sample morning = new Sample();
        private final Sample afternoon = new Sample();
        private final Sample hedged = new Sample();

        void add(GeneratedChain chain, OccSymbol symbol, SessionPath path, double scale) {
            double open = mid(chain, symbol, 0);
            double noon = mid(chain, symbol, 195);
            double close = mid(chain, symbol, 390);
            double delta = chain.theory(symbol, Paths.CLOCK.minuteStart(0)).orElseThrow().delta();
            day.add((close - open) / scale);
            morning.add((noon - open) / scale);
            afternoon.add((close - noon) / scale);
            hedged.add((close - open - delta * (path.last() - path.first())) / scale);
        }

        private static double mid(GeneratedChain chain, OccSymbol symbol, int minute) {
            return chain.quote(symbol, Paths.CLOCK.minuteStart(minute))
                    .orElseThrow()
                    .mid()
                    .doubleValue();
        }
    }
}
