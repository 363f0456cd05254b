package io.opspipeline.exchange.market.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeedGreeksTest {

    private static final double YEARS = 21 / 365.0;
    private static final OccSymbol CALL = OccSymbol.parse("ALFA261210C00100000");

    @Test
    @DisplayName("the broker's published snapshot of AAPL240426C00162500 is met, but for its rate")
    void meetsThePublishedSnapshot() {
        FeedGreeks greeks =
                FeedGreeks.ofVolatility(Right.CALL, 162.5, 0.3372405712050441, 165.84, 3 / 365.0);

        assertThat(greeks.delta()).isCloseTo(0.75213, within(0.005));
        assertThat(greeks.gamma()).isCloseTo(0.06241, within(0.0005));
        assertThat(greeks.vega()).isCloseTo(0.04754, within(0.0005));
        assertThat(greeks.rho()).isCloseTo(0.00991, within(0.0002));
        assertThat(greeks.theta()).isCloseTo(-0.28476, within(0.02));
    }

    @Test
    @DisplayName("the volatility that a price is made of is found again")
    void findsTheVolatilityOfAPrice() {
        double price = Black.theory(Right.CALL, 101, 100, 0.4 * Math.sqrt(YEARS)).value();

        assertThat(FeedGreeks.ofPrice(CALL, price, 101, YEARS))
                .hasValueSatisfying(
                        greeks -> assertThat(greeks.volatility()).isCloseTo(0.4, within(1e-9)));
    }

    @Test
    @DisplayName("a price at or below the intrinsic value, or that of the stock, has no greeks")
    void hasNoneOfAPriceThatNoVolatilityExplains() {
        assertThat(FeedGreeks.ofPrice(CALL, 2.0, 102, YEARS)).isEmpty();
        assertThat(FeedGreeks.ofPrice(CALL, 102, 102, YEARS)).isEmpty();
        assertThat(FeedGreeks.ofPrice(CALL, 2.01, 102, YEARS)).isPresent();
    }
}
