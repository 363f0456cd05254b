package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.exchange.market.RawQuote;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a round trip costs in spread, as a share of the ask, at the money 14 to 30 days out.
class SpreadsTest {

    private static final double PAYABLE = 0.04;
    private static final Observed OBSERVED = new Observed(GeneratedMarket.active(1));

    @Test
    @DisplayName("4 % is paid for nearly all deep and liquid chains, for some moderate ones")
    void mostSpreadsArePayableAfterTheOpen() {
        for (int minute : new int[] {30, 120, 300}) {
            assertThat(payable(Liquidity.DEEP, minute)).isEqualTo(1);
            assertThat(payable(Liquidity.LIQUID, minute)).isGreaterThan(0.9);
            assertThat(payable(Liquidity.MODERATE, minute)).isBetween(0.15, 0.75);
        }
    }

    @Test
    void spreadsAreWideJustAfterTheOpen() {
        for (Liquidity liquidity : Liquidity.values()) {
            double early = mean(liquidity, 1);
            assertThat(early).isBetween(1.7 * mean(liquidity, 60), 3.0 * mean(liquidity, 60));
        }
        assertThat(payable(Liquidity.MODERATE, 1)).isZero();
    }

    @Test
    void deeperChainsAreNarrowerAndShowMore() {
        assertThat(mean(Liquidity.DEEP, 60)).isBetween(0.01, 0.02);
        assertThat(mean(Liquidity.LIQUID, 60)).isBetween(0.02, 0.03);
        assertThat(mean(Liquidity.MODERATE, 60)).isBetween(0.03, 0.05);
        assertThat(size(Liquidity.DEEP)).isBetween(60.0, 120.0);
        assertThat(size(Liquidity.LIQUID)).isBetween(25.0, 55.0);
        assertThat(size(Liquidity.MODERATE)).isBetween(10.0, 22.0);
    }

    @Test
    void spreadsFlickerFromMinuteToMinuteNotWithinOne() {
        OccSymbol symbol =
                OBSERVED.atTheMoney(Ticker.of("V"), Right.CALL, OBSERVED.minute(60)).getFirst();
        List<Double> widths =
                Stream.iterate(60, minute -> minute < 90, minute -> minute + 1)
                        .map(minute -> width(OBSERVED.quote(symbol, OBSERVED.minute(minute))))
                        .distinct()
                        .toList();
        assertThat(widths).hasSizeBetween(2, 8);
    }

    @Test
    void farStrikesCostALargerShare() {
        Instant at = OBSERVED.minute(60);
        Ticker ticker = Ticker.of("NVDA");
        double spot = OBSERVED.spot(ticker, at);
        OccSymbol near = OBSERVED.atTheMoney(ticker, Right.CALL, at).getFirst();
        OccSymbol far =
                OBSERVED.symbols(ticker).stream()
                        .filter(each -> each.right() == Right.CALL)
                        .filter(each -> each.expiry().equals(near.expiry()))
                        .max(Comparator.comparingDouble(each -> each.strike().asDouble()))
                        .orElseThrow();
        assertThat(far.strike().asDouble()).isGreaterThan(1.1 * spot);
        assertThat(cost(OBSERVED.quote(far, at)))
                .isGreaterThan(1.5 * cost(OBSERVED.quote(near, at)));
    }

    private static double payable(Liquidity liquidity, int minute) {
        return quotes(liquidity, minute).stream()
                .mapToDouble(quote -> cost(quote) <= PAYABLE ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double mean(Liquidity liquidity, int minute) {
        return quotes(liquidity, minute).stream()
                .mapToDouble(SpreadsTest::cost)
                .average()
                .orElseThrow();
    }

    private static double size(Liquidity liquidity) {
        return quotes(liquidity, 60).stream().mapToInt(RawQuote::askSize).average().orElseThrow();
    }

    private static List<RawQuote> quotes(Liquidity liquidity, int minute) {
        Instant at = OBSERVED.minute(minute);
        return DefaultListings.universe().stream()
                .filter(stock -> stock.liquidity() == liquidity)
                .flatMap(stock ->
                        Stream.of(Right.values())
                                .flatMap(right ->
                                        OBSERVED.atTheMoney(stock.ticker(), right, at).stream()))
                .map(symbol -> OBSERVED.quote(symbol, at))
                .toList();
    }

    private static double cost(RawQuote quote) {
        return width(quote) / quote.ask().doubleValue();
    }

    private static double width(RawQuote quote) {
        return quote.ask().subtract(quote.bid()).doubleValue();
    }
}
