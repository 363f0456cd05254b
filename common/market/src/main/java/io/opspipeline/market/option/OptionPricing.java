package io.opspipeline.market.option;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import io.opspipeline.domain.instrument.Right;
import java.util.OptionalDouble;

/// Black-Scholes-Merton values of European options, used for our own greeks of American ones too:
/// the difference is small at 30 days and without dividends, and the feed's own greeks are often
/// missing (trading rules, section 8).
///
/// Arguments throughout: `spot` and `strike` in dollars per share, above zero; `years` to expiry,
/// above zero; `rate` riskless and `yield` of dividends per year; `volatility` per year.
public final class OptionPricing {

    /// Implied volatilities outside this range are not believed.
    private static final double LEAST_VOLATILITY = 1e-4;

    private static final double MOST_VOLATILITY = 20;

    private OptionPricing() {}

    /// The value, dollars per share.
    public static double price(
            Right right,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            double volatility) {
        return BlackScholesFormulaRepository.price(
                spot, strike, years, volatility, rate, rate - yield, isCall(right));
    }

    /// Change of the value per dollar of the spot: 0 to 1 for a call, -1 to 0 for a put.
    public static double delta(
            Right right,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            double volatility) {
        return BlackScholesFormulaRepository.delta(
                spot, strike, years, volatility, rate, rate - yield, isCall(right));
    }

    /// All greeks at once.
    public static Greeks greeks(
            Right right,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            double volatility) {
        double carry = rate - yield;
        boolean call = isCall(right);
        return new Greeks(
                BlackScholesFormulaRepository.delta(
                        spot, strike, years, volatility, rate, carry, call),
                BlackScholesFormulaRepository.gamma(spot, strike, years, volatility, rate, carry),
                BlackScholesFormulaRepository.vega(spot, strike, years, volatility, rate, carry),
                BlackScholesFormulaRepository.theta(
                        spot, strike, years, volatility, rate, carry, call));
    }

    /// The volatility at which the option is worth the price; empty when there is none, as for a
    /// price at or below the intrinsic value or above the spot.
    ///
    /// @param price dollars per share
    public static OptionalDouble impliedVolatility(
            Right right,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            double price) {
        double least = Math.min(Math.min(price, spot), Math.min(strike, years));
        if (Double.isNaN(least) || least <= 0) {
            return OptionalDouble.empty();
        }
        double forward = spot * Math.exp((rate - yield) * years);
        double undiscounted = price * Math.exp(rate * years);
        double intrinsic = Math.max(0, right.direction() * (forward - strike));
        double most = right == Right.CALL ? forward : strike;
        if (undiscounted <= intrinsic || undiscounted >= most) {
            return OptionalDouble.empty();
        }
        double volatility =
                BlackFormulaRepository.impliedVolatility(
                        undiscounted, forward, strike, years, isCall(right));
        return volatility >= LEAST_VOLATILITY && volatility <= MOST_VOLATILITY
                ? OptionalDouble.of(volatility)
                : OptionalDouble.empty();
    }

    private static boolean isCall(Right right) {
        return right == Right.CALL;
    }
}
