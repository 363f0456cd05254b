package io.opspipeline.market.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.Right;
import io.opspipeline.testkit.Seeds;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OptionPricingTest {

    private static final int CASES = 300;

    @Test
    void keepsPutCallParity() {
        Seeds.check(
                CASES,
                random -> {
                    var call = RandomOption.draw(random).with(Right.CALL);
                    double forward =
                            call.spot() * Math.exp(-call.yield() * call.years())
                                    - call.strike() * Math.exp(-call.rate() * call.years());
                    assertThat(call.price() - call.with(Right.PUT).price())
                            .isCloseTo(forward, within(1e-9 * call.spot()));
                });
    }

    @Test
    void givesTheGreeksThatFiniteDifferencesGive() {
        Seeds.check(
                CASES,
                random -> {
                    // Below a month and at low volatility the value bends too fast for the step.
                    var drawn = RandomOption.draw(random);
                    var option =
                            new RandomOption(
                                    drawn.right(),
                                    drawn.spot(),
                                    drawn.strike(),
                                    drawn.years() + 0.1,
                                    drawn.rate(),
                                    drawn.yield(),
                                    drawn.vol() + 0.1);
                    assertGreeks(option, option.greeks());
                });
    }

    @Test
    void deltaIsTheOneOfTheGreeks() {
        Seeds.check(
                CASES,
                random -> {
                    var option = RandomOption.draw(random);
                    double delta =
                            OptionPricing.delta(
                                    option.right(),
                                    option.spot(),
                                    option.strike(),
                                    option.years(),
                                    option.rate(),
                                    option.yield(),
                                    option.vol());
                    assertThat(delta).isEqualTo(option.greeks().delta());
                    assertThat(delta * option.right().direction()).isBetween(0.0, 1.0);
                });
    }

    @Test
    @DisplayName("A-75: the volatility is found again from the price")
    void findsTheVolatilityAgain() {
        Seeds.check(
                CASES,
                random -> {
                    var option = RandomOption.draw(random);
                    // A value of less than a cent over the intrinsic one tells no volatility.
                    if (option.price() > option.intrinsic() + 0.01) {
                        double found = option.volatilityAt(option.price()).orElseThrow();
                        assertThat(found).isCloseTo(option.vol(), within(1e-6));
                    }
                });
    }

    @Test
    @DisplayName("A-75: a price without a volatility gives none")
    void findsNoVolatilityOutsideTheBounds() {
        var call = new RandomOption(Right.CALL, 110, 100, 0.1, 0, 0, 0.3);
        assertThat(call.volatilityAt(10)).isEmpty();
        assertThat(call.volatilityAt(9.99)).isEmpty();
        assertThat(call.volatilityAt(110)).isEmpty();
        assertThat(call.volatilityAt(0)).isEmpty();
        assertThat(call.with(Right.PUT).volatilityAt(100)).isEmpty();
        assertThat(call.volatilityAt(12)).isPresent();
    }

    @Test
    void findsNoVolatilityOfAnExpiredOption() {
        assertThat(OptionPricing.impliedVolatility(Right.CALL, 100, 100, 0, 0.04, 0, 1)).isEmpty();
    }

    @Test
    @DisplayName("A-74: a figure that is not a number is absent, never a volatility")
    void findsNoVolatilityOfWhatIsNoNumber() {
        assertThat(volatility(Double.NaN, 100, 100, 0.1)).isEmpty();
        assertThat(volatility(1, Double.NaN, 100, 0.1)).isEmpty();
        assertThat(volatility(1, 100, Double.NaN, 0.1)).isEmpty();
        assertThat(volatility(1, 100, 100, Double.NaN)).isEmpty();
        assertThat(volatility(-1, 100, 100, 0.1)).isEmpty();
        assertThat(volatility(1, 100, 100, -0.1)).isEmpty();
        assertThat(volatility(1, 100, 100, 0.1)).isPresent();
    }

    private static OptionalDouble volatility(
            double price, double spot, double strike, double years) {
        return OptionPricing.impliedVolatility(Right.CALL, spot, strike, years, 0.04, 0, price);
    }

    private static void assertGreeks(RandomOption option, Greeks greeks) {
        double spot = option.spot();
        double years = option.years();
        double vol = option.vol();
        double bump = spot * 1e-4;
        double up = option.price(spot + bump, years, vol);
        double down = option.price(spot - bump, years, vol);
        double delta = (up - down) / (2 * bump);
        double gamma =
                (option.greeksAt(spot + bump).delta() - option.greeksAt(spot - bump).delta())
                        / (2 * bump);
        double vega =
                (option.price(spot, years, vol + 1e-4) - option.price(spot, years, vol - 1e-4))
                        / 2e-4;
        double theta =
                (option.price(spot, years - 1e-5, vol) - option.price(spot, years + 1e-5, vol))
                        / 2e-5;
        assertThat(greeks.delta()).isCloseTo(delta, within(1e-5));
        assertThat(greeks.gamma()).isCloseTo(gamma, within(1e-4 * Math.max(gamma, 1 / spot)));
        assertThat(greeks.vega()).isCloseTo(vega, within(1e-4 * spot));
        assertThat(greeks.theta()).isCloseTo(theta, within(1e-4 * spot));
    }
}
