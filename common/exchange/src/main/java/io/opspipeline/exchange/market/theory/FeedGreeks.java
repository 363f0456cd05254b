package io.opspipeline.exchange.market.theory;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import java.util.Optional;

/// Greeks and implied volatility as a feed of option prices tells them.
///
/// @param volatility annual, 0.25 for 25 %
/// @param delta dollars per dollar of the stock
/// @param gamma delta per dollar of the stock
/// @param theta dollars per calendar day
/// @param vega dollars per percentage point of volatility
/// @param rho dollars per percentage point of the rate
public record FeedGreeks(
        double volatility, double delta, double gamma, double theta, double vega, double rho) {

    private static final double DAYS_PER_YEAR = 365;
    private static final double PERCENT = 100;

    /// Beyond it a price says nothing of its volatility.
    private static final double HIGHEST_DEVIATION = 5;

    private static final int HALVINGS = 50;

    /// Those of a price.
    ///
    /// @param contract call or put, at its strike
    /// @param price dollars per share
    /// @param spot dollars per share of the stock, above zero
    /// @param years until expiry, above zero
    /// @return empty when no volatility explains the price
    public static Optional<FeedGreeks> ofPrice(
            OccSymbol contract, double price, double spot, double years) {
        Right right = contract.right();
        double strike = contract.strike().asDouble();
        double low = 0;
        double high = HIGHEST_DEVIATION;
        if (price <= Black.theory(right, spot, strike, low).value()
                || price >= Black.theory(right, spot, strike, high).value()) {
            return Optional.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Black.theory(right, spot, strike, middle).value() < price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(ofVolatility(right, strike, high / Math.sqrt(years), spot, years));
    }

    /// Those at a volatility.
    ///
    /// @param volatility annual, above zero
    /// @param spot dollars per share of the stock, above zero
    /// @param years until expiry, above zero
    static FeedGreeks ofVolatility(
            Right right, double strike, double volatility, double spot, double years) {
        double root = Math.sqrt(years);
        double deviation = volatility * root;
        Black.Theory theory = Black.theory(right, spot, strike, deviation);
        return new FeedGreeks(
                volatility,
                theory.delta(),
                theory.vega() / (spot * spot * deviation),
                -theory.vega() * volatility / (2 * root) / DAYS_PER_YEAR,
                theory.vega() * root / PERCENT,
                years * (spot * theory.delta() - theory.value()) / PERCENT);
    }
}
