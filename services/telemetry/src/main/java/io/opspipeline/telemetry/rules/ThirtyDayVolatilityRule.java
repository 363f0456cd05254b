package io.opspipeline.telemetry.rules;

import io.opspipeline.domain.money.Price;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The at-the-money implied volatility at 30 days: total variance, interpolated in days between the
/// expiries around it. With expiries on one side only, the nearest one stands for it.
public final class ThirtyDayVolatilityRule {

    private static final long DAYS = 30;

    private ThirtyDayVolatilityRule() {}

    /// A volatility and where it comes from.
    ///
    /// @param value annual, above zero
    /// @param nearExpiry the expiry at or below 30 days
    /// @param farExpiry the expiry above; the near one when one was used
    public record ThirtyDayVolatility(double value, LocalDate nearExpiry, LocalDate farExpiry) {}

    /// The volatility that a chain implies; empty when no contract near the spot has one.
    ///
    /// @param today New York date of the quotes; expiries on it or before are left out
    public static Optional<ThirtyDayVolatility> of(
            Collection<AnalysedOption> chain, Price spot, LocalDate today) {
        NavigableMap<LocalDate, Double> volatilities = new TreeMap<>();
        byExpiry(chain, today)
                .forEach((expiry, options) ->
                        atTheMoney(options, spot)
                                .ifPresent(value -> volatilities.put(expiry, value)));
        LocalDate target = today.plusDays(DAYS);
        var near = volatilities.floorEntry(target);
        var far = volatilities.ceilingEntry(target);
        if (near == null) {
            return Optional.ofNullable(far).map(ThirtyDayVolatilityRule::flat);
        }
        return Optional.of(far == null ? flat(near) : between(near, far, today));
    }

    private static Map<LocalDate, List<AnalysedOption>> byExpiry(
            Collection<AnalysedOption> chain, LocalDate today) {
        return chain.stream()
                .filter(option -> option.symbol().expiry().isAfter(today))
                .collect(Collectors.groupingBy(option -> option.symbol().expiry()));
    }

    /// The mean of call and put at the strike nearest to the spot that has one; the lower of two
    /// strikes as near.
    private static Optional<Double> atTheMoney(List<AnalysedOption> options, Price spot) {
        Map<Price, List<AnalysedOption>> byStrike =
                options.stream()
                        .filter(option -> option.impliedVolatility().isPresent())
                        .collect(Collectors.groupingBy(option -> option.symbol().strike()));
        return byStrike.keySet().stream()
                .min(
                        Comparator.comparing((Price strike) -> strike.minus(spot).abs())
                                .thenComparing(Comparator.naturalOrder()))
                .map(byStrike::get)
                .map(ThirtyDayVolatilityRule::mean);
    }

    private static double mean(List<AnalysedOption> options) {
        return options.stream()
                .map(AnalysedOption::impliedVolatility)
                .mapToDouble(OptionalDouble::orElseThrow)
                .average()
                .orElseThrow();
    }

    private static ThirtyDayVolatility flat(Map.Entry<LocalDate, Double> only) {
        return new ThirtyDayVolatility(only.getValue(), only.getKey(), only.getKey());
    }

    private static ThirtyDayVolatility between(
            Map.Entry<LocalDate, Double> near, Map.Entry<LocalDate, Double> far, LocalDate today) {
        long nearDays = ChronoUnit.DAYS.between(today, near.getKey());
        long farDays = ChronoUnit.DAYS.between(today, far.getKey());
        if (nearDays == farDays) {
            return flat(near);
        }
        double share = (double) (DAYS - nearDays) / (farDays - nearDays);
        double variance =
                (1 - share) * variance(near.getValue(), nearDays)
                        + share * variance(far.getValue(), farDays);
        return new ThirtyDayVolatility(Math.sqrt(variance / DAYS), near.getKey(), far.getKey());
    }

    private static double variance(double volatility, long days) {
        return volatility * volatility * days;
    }
}
