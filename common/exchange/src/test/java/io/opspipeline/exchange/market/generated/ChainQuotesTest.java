package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainQuotesTest {

    private static final List<ListedStock> STOCKS =
            List.of(stock("ABNB"), stock("FCX"), stock("NVDA"), stock("SPY"), stock("V"));
    private static final int[] SECONDS = {0, 1_805, 23_395, 23_400};

    private final Observed observed =
            new Observed(GeneratedMarket.active(1, GeneratedMarket.DEFAULT_DAY, STOCKS));

    @Test
    void quotesAreOnTicksAndNeverCrossedAndASizeGoesWithAPrice() {
        for (ListedStock stock : STOCKS) {
            for (OptionListing listing : observed.market().options(stock.ticker())) {
                for (int second : SECONDS) {
                    assertSound(listing, observed.quote(listing.symbol(), at(second)), at(second));
                }
            }
        }
    }

    @Test
    void stockQuotesAreNarrowAndNeverCrossed() {
        for (ListedStock stock : STOCKS) {
            for (int second : SECONDS) {
                RawQuote quote =
                        observed.market().stockQuote(stock.ticker(), at(second)).orElseThrow();
                double width = quote.ask().subtract(quote.bid()).doubleValue();
                assertThat(width).isBetween(0.01, 0.0004 * stock.price() + 0.011);
                assertThat(quote.bidSize()).isPositive();
                assertThat(quote.askSize()).isPositive();
            }
        }
    }

    @Test
    void theoryKeepsPutCallParity() {
        Paths paths = new Paths(Regime.ACTIVE);
        ListedStock stock = stock("NVDA");
        SessionPath path = paths.draw(1, stock);
        GeneratedChain chain = GeneratedChains.active(1, stock, path.first(), path);
        for (OptionListing listing : chain.listings()) {
            OccSymbol call = listing.symbol();
            OccSymbol put = new OccSymbol(call.root(), call.expiry(), Right.PUT, call.strike());
            Instant at = at(5_000);
            double gap = value(chain, call, at) - value(chain, put, at);
            double forward = path.priceAt(at) - call.strike().asDouble();
            assertThat(gap).isCloseTo(call.right() == Right.CALL ? forward : 0, within(1e-9));
        }
    }

    @Test
    void valuesFallWithDistanceAndGrowWithTime() {
        Paths paths = new Paths(Regime.ACTIVE);
        ListedStock stock = stock("FCX");
        SessionPath path = paths.draw(1, stock);
        GeneratedChain chain = GeneratedChains.active(1, stock, path.first(), path);
        List<OccSymbol> calls =
                chain.listings().stream()
                        .map(OptionListing::symbol)
                        .filter(symbol -> symbol.right() == Right.CALL)
                        .toList();
        for (int i = 1; i < calls.size(); i++) {
            OccSymbol near = calls.get(i - 1);
            OccSymbol next = calls.get(i);
            if (near.expiry().equals(next.expiry())) {
                assertThat(value(chain, next, at(60))).isLessThan(value(chain, near, at(60)));
            }
        }
        for (OccSymbol call : calls) {
            calls.stream()
                    .filter(each -> each.strike().equals(call.strike()))
                    .filter(each -> each.expiry().isAfter(call.expiry()))
                    .forEach(later ->
                            assertThat(value(chain, later, at(60)))
                                    .isGreaterThan(value(chain, call, at(60))));
        }
    }

    @Test
    void whatExpiresTodayEndsAtItsIntrinsicValue() {
        Ticker spy = Ticker.of("SPY");
        double spot = observed.spot(spy, observed.close());
        for (OccSymbol symbol : observed.symbols(spy)) {
            if (symbol.expiry().equals(GeneratedMarket.DEFAULT_DAY)) {
                double intrinsic = symbol.right().direction() * (spot - symbol.strike().asDouble());
                assertThat(observed.quote(symbol, observed.close()).mid().doubleValue())
                        .isCloseTo(Math.max(0, intrinsic), within(0.011));
            }
        }
    }

    @Test
    void quotesKnowNothingOfWhatFollows() {
        ListedStock stock = stock("NVDA");
        SessionPath path = new Paths(Regime.ACTIVE).draw(1, stock);
        double[] points = new double[Paths.CLOCK.lastStep() + 1];
        for (int step = 0; step < points.length; step++) {
            points[step] = path.priceAt(step) * (step > 1_200 ? 1.1 : 1);
        }
        SessionPath fork = new SessionPath(Paths.CLOCK, points);
        GeneratedChain first = GeneratedChains.around(1, stock, 140, path);
        GeneratedChain second = GeneratedChains.around(1, stock, 140, fork);
        for (OptionListing listing : first.listings()) {
            OccSymbol symbol = listing.symbol();
            assertThat(second.quote(symbol, at(6_000))).isEqualTo(first.quote(symbol, at(6_000)));
        }
        assertThat(quotes(second, 6_005)).isNotEqualTo(quotes(first, 6_005));
        assertThat(fork.last()).isGreaterThan(path.last());
    }

    @Test
    void hasNoTheoryBeforeTheOpen() {
        ListedStock stock = stock("FCX");
        SessionPath path = new Paths(Regime.ACTIVE).draw(1, stock);
        GeneratedChain chain = GeneratedChains.active(1, stock, path.first(), path);
        assertThat(chain.theory(chain.listings().getFirst().symbol(), at(-1))).isEmpty();
    }

    @Test
    void knowsOnlyWhatIsListed() {
        OccSymbol unknown = OccSymbol.parse("NVDA250613C00999000");
        assertThat(observed.market().option(unknown)).isEmpty();
        assertThat(observed.market().optionQuote(unknown, at(60))).isEmpty();
        assertThat(observed.market().optionVolume(unknown, at(60))).isEmpty();
        assertThat(observed.market().previousOptionVolume(unknown)).isEmpty();
        assertThat(observed.market().openInterest(unknown)).isEmpty();
        assertThat(observed.market().options(Ticker.of("ZZZ"))).isEmpty();
    }

    private static void assertSound(OptionListing listing, RawQuote quote, Instant at) {
        TickGrid grid = TickGrid.of(listing);
        boolean sound =
                quote.bid().compareTo(quote.ask()) < 0
                        && TickGridTest.onTick(grid, quote.bid())
                        && TickGridTest.onTick(grid, quote.ask())
                        && quote.askSize() > 0
                        && (quote.bidSize() > 0) == (quote.bid().signum() > 0)
                        && quote.at().equals(at);
        assertThat(sound).as("%s %s", listing, quote).isTrue();
    }

    private Instant at(int second) {
        return observed.minute(0).plusSeconds(second);
    }

    private List<BigDecimal> quotes(GeneratedChain chain, int second) {
        return chain.listings().stream()
                .map(listing -> chain.quote(listing.symbol(), at(second)).orElseThrow().ask())
                .toList();
    }

    private static double value(GeneratedChain chain, OccSymbol symbol, Instant at) {
        return chain.theory(symbol, at).orElseThrow().value();
    }

    private static ListedStock stock(String ticker) {
        return DefaultListings.of(Ticker.of(ticker)).orElseThrow();
    }
}
