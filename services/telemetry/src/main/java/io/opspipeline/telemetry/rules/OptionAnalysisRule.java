package io.opspipeline.telemetry.rules;

import io.opspipeline.domain.calendar.SessionCalendar;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.market.option.OptionPricing;
import io.opspipeline.market.option.TimeToExpiry;
import java.time.Instant;
import java.util.OptionalDouble;

/// Computes implied volatility and delta from the mid of a quote (trading rules, section 4).
public final class OptionAnalysisRule {

    private static final double NO_DIVIDENDS = 0;

    private final SessionCalendar calendar;
    private final double rate;

    /// @param rate riskless, per year
    public OptionAnalysisRule(SessionCalendar calendar, double rate) {
        this.calendar = calendar;
        this.rate = rate;
    }

    /// The contract with what its mid implies at an instant.
    ///
    /// @param spot dollars per share of the underlying, above zero
    /// @param asOf UTC
    public AnalysedOption analyse(OccSymbol symbol, Quote quote, double spot, Instant asOf) {
        Instant close = calendar.lastOnOrBefore(symbol.expiry()).close();
        if (!quote.hasBid() || !close.isAfter(asOf)) {
            return new AnalysedOption(
                    symbol, quote, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double years = TimeToExpiry.years(asOf, close);
        OptionalDouble volatility = volatility(symbol, quote, spot, years);
        OptionalDouble delta =
                volatility.isPresent()
                        ? OptionalDouble.of(delta(symbol, spot, years, volatility.getAsDouble()))
                        : OptionalDouble.empty();
        return new AnalysedOption(symbol, quote, volatility, delta);
    }

    private OptionalDouble volatility(OccSymbol symbol, Quote quote, double spot, double years) {
        return OptionPricing.impliedVolatility(
                symbol.right(),
                spot,
                symbol.strike().asDouble(),
                years,
                rate,
                NO_DIVIDENDS,
                quote.mid().asDouble());
    }

    private double delta(OccSymbol symbol, double spot, double years, double volatility) {
        return OptionPricing.delta(
                symbol.right(),
                spot,
                symbol.strike().asDouble(),
                years,
                rate,
                NO_DIVIDENDS,
                volatility);
    }
}
