package io.opspipeline.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.domain.money.Price;
import io.opspipeline.telemetry.rules.ThirtyDayVolatilityRule.ThirtyDayVolatility;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThirtyDayVolatilityRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Price SPOT = Price.of("100.40");

    @Test
    @DisplayName("A-75: total variance is interpolated in days between the expiries around 30")
    void interpolatesVariance() {
        var iv = of(option(20, Right.CALL, 100, 0.20), option(50, Right.CALL, 100, 0.30));
        // variance 0.8 at 20 days and 4.5 at 50, a third of the way: 2.0333 over 30 days
        assertThat(iv.value()).isEqualTo(Math.sqrt((2 * 0.8 + 4.5) / 3 / 30), within(1e-12));
        assertThat(iv.nearExpiry()).isEqualTo(TODAY.plusDays(20));
        assertThat(iv.farExpiry()).isEqualTo(TODAY.plusDays(50));
    }

    @Test
    void takesTheExpiryOfThirtyDaysAlone() {
        var iv =
                of(
                        option(20, Right.CALL, 100, 0.9),
                        option(30, Right.CALL, 100, 0.25),
                        option(40, Right.CALL, 100, 0.9));
        assertThat(iv)
                .isEqualTo(new ThirtyDayVolatility(0.25, TODAY.plusDays(30), TODAY.plusDays(30)));
    }

    @Test
    void standsOnOneSideWhenThereIsNoOther() {
        assertThat(of(option(14, Right.PUT, 100, 0.3), option(21, Right.PUT, 100, 0.4)))
                .isEqualTo(new ThirtyDayVolatility(0.4, TODAY.plusDays(21), TODAY.plusDays(21)));
        assertThat(of(option(45, Right.PUT, 100, 0.5)).value()).isEqualTo(0.5);
    }

    @Test
    void takesTheMeanOfCallAndPutAtTheNearestStrike() {
        var iv =
                of(
                        option(30, Right.CALL, 100, 0.20),
                        option(30, Right.PUT, 100, 0.24),
                        option(30, Right.CALL, 101, 0.90));
        assertThat(iv.value()).isEqualTo(0.22, within(1e-12));
    }

    @Test
    void passesOverStrikesWithoutAVolatility() {
        var iv = of(unquoted(30, 100), option(30, Right.CALL, 101, 0.3));
        assertThat(iv.value()).isEqualTo(0.3);
    }

    @Test
    @DisplayName("A-75: without any volatility there is none, never zero")
    void isEmptyWithoutVolatility() {
        assertThat(ThirtyDayVolatilityRule.of(List.of(), SPOT, TODAY)).isEmpty();
        assertThat(ThirtyDayVolatilityRule.of(List.of(unquoted(30, 100)), SPOT, TODAY)).isEmpty();
        assertThat(
                        ThirtyDayVolatilityRule.of(
                                List.of(option(0, Right.CALL, 100, 0.3)), SPOT, TODAY))
                .isEmpty();
    }

    private static ThirtyDayVolatility of(AnalysedOption... chain) {
        Optional<ThirtyDayVolatility> iv = ThirtyDayVolatilityRule.of(List.of(chain), SPOT, TODAY);
        return iv.orElseThrow();
    }

    private static AnalysedOption option(int days, Right right, int strike, double volatility) {
        return analysed(days, right, strike, OptionalDouble.of(volatility));
    }

    private static AnalysedOption unquoted(int days, int strike) {
        return analysed(days, Right.CALL, strike, OptionalDouble.empty());
    }

    private static AnalysedOption analysed(
            int days, Right right, int strike, OptionalDouble volatility) {
        var symbol =
                new OccSymbol(
                        "NVDA", TODAY.plusDays(days), right, Price.of(Integer.toString(strike)));
        var quote = new Quote(Price.of("1.00"), Price.of("1.10"), 1, 1);
        return new AnalysedOption(symbol, quote, volatility, OptionalDouble.empty());
    }
}
