package io.opspipeline.exchange.market.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import io.opspipeline.testkit.Seeds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TickGridTest {

    private static final Instant AT = Instant.parse("2025-06-12T14:00:00Z");
    private static final List<TickGrid> GRIDS = List.of(TickGrid.values());
    private static final OccSymbol SYMBOL = OccSymbol.parse("AAPL250613C00200000");

    @Test
    void followsTheListing() {
        assertThat(TickGrid.of(new OptionListing(SYMBOL, true, true))).isEqualTo(TickGrid.CENTS);
        assertThat(TickGrid.of(new OptionListing(SYMBOL, true, false))).isEqualTo(TickGrid.PENNY);
        assertThat(TickGrid.of(new OptionListing(SYMBOL, false, false))).isEqualTo(TickGrid.NICKEL);
    }

    @Test
    void quotesAroundTheValue() {
        assertThat(quote(TickGrid.PENNY, 1.234, 0.02)).isEqualTo("1.21 x 1.26");
        assertThat(quote(TickGrid.PENNY, 1.234, 0.001)).isEqualTo("1.23 x 1.24");
        assertThat(quote(TickGrid.PENNY, 4.44, 0.04)).isEqualTo("4.40 x 4.50");
        assertThat(quote(TickGrid.CENTS, 4.44, 0.04)).isEqualTo("4.40 x 4.48");
        assertThat(quote(TickGrid.NICKEL, 4.44, 0.04)).isEqualTo("4.40 x 4.50");
        assertThat(quote(TickGrid.NICKEL, 1.23, 0.01)).isEqualTo("1.20 x 1.25");
    }

    @Test
    void changesTicksAboveThreeDollars() {
        assertThat(quote(TickGrid.PENNY, 2.99, 0.01)).isEqualTo("2.98 x 3.00");
        assertThat(quote(TickGrid.PENNY, 2.995, 0.01)).isEqualTo("2.95 x 3.05");
        assertThat(quote(TickGrid.NICKEL, 2.98, 0.05)).isEqualTo("2.90 x 3.10");
    }

    @Test
    void hasNoBidForWhatIsWorthLessThanTheSpread() {
        assertThat(quote(TickGrid.PENNY, 0.011, 0.05)).isEqualTo("0.00 x 0.02");
        assertThat(quote(TickGrid.PENNY, 0.001, 0.004)).isEqualTo("0.00 x 0.01");
        assertThat(quote(TickGrid.PENNY, 0, 0.004)).isEqualTo("0.00 x 0.01");
        assertThat(TickGrid.PENNY.around(0, 0.1, 5, 7, AT))
                .extracting(RawQuote::bidSize, RawQuote::askSize)
                .containsExactly(0, 7);
    }

    @Test
    void isNeverCrossedAndAlwaysOnTicks() {
        Seeds.check(
                2_000,
                random -> {
                    TickGrid grid = GRIDS.get(random.nextInt(GRIDS.size()));
                    double value = Math.exp(random.nextDouble(-6, 5));
                    RawQuote quote = grid.around(value, half(random), 3, 4, AT);
                    assertThat(quote.bid()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
                    assertThat(quote.bid()).isLessThan(quote.ask());
                    assertThat(onTick(grid, quote.bid())).as("%s %s", grid, quote).isTrue();
                    assertThat(onTick(grid, quote.ask())).as("%s %s", grid, quote).isTrue();
                });
    }

    @Test
    void midIsTheHalfTickNearestToTheValue() {
        Seeds.check(
                2_000,
                random -> {
                    TickGrid grid = GRIDS.get(random.nextInt(GRIDS.size()));
                    double value = random.nextDouble(0.05, 20);
                    RawQuote quote = grid.around(value, half(random), 3, 4, AT);
                    double tick = coarse(quote.ask()) ? tick(grid, "3.01") : tick(grid, "1");
                    assertThat(quote.mid().doubleValue()).isCloseTo(value, within(tick / 4 + 1e-9));
                });
    }

    @Test
    void theRoundingOfMidsFavoursNobody() {
        Sample sample = new Sample();
        Seeds.check(
                5_000,
                random -> {
                    double value = random.nextDouble(0.5, 6);
                    RawQuote quote = TickGrid.PENNY.around(value, 0.03, 3, 4, AT);
                    sample.add(quote.mid().doubleValue() - value);
                });
        sample.assertMeanIs(0);
    }

    /// Whether a price may be quoted, by the exchanges' rule and not by the grid's own code.
    static boolean onTick(TickGrid grid, BigDecimal price) {
        BigDecimal tick = BigDecimal.valueOf(tick(grid, price.toString()));
        return price.remainder(tick).signum() == 0;
    }

    private static double tick(TickGrid grid, String price) {
        boolean above = new BigDecimal(price).compareTo(new BigDecimal("3")) >= 0;
        return switch (grid) {
            case CENTS -> 0.01;
            case PENNY -> above ? 0.05 : 0.01;
            case NICKEL -> above ? 0.10 : 0.05;
        };
    }

    private static boolean coarse(BigDecimal ask) {
        return ask.compareTo(new BigDecimal("3")) > 0;
    }

    private static double half(RandomGenerator random) {
        return random.nextDouble(0.001, 0.3);
    }

    private static String quote(TickGrid grid, double value, double half) {
        RawQuote quote = grid.around(value, half, 3, 4, AT);
        return quote.bid() + " x " + quote.ask();
    }
}
