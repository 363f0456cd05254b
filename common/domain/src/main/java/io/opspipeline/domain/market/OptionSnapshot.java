package io.opspipeline.domain.market;

import io.opspipeline.domain.instrument.OccSymbol;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One contract of a chain as the data feed shows it now.
///
/// @param symbol its OCC symbol
/// @param reading its quote, or why there is none
/// @param volumeToday contracts traded in the session of the daily bar when that is today; empty
///   when absent
/// @param volumePrevious contracts traded in the session before; empty when absent
/// @param feedGreeks the feed's own greeks by name (`delta`, `gamma`, ...): stored, never used
/// @param feedImpliedVolatility the feed's own implied volatility: stored, never used
/// @param tradingDate the New York date that `volumeToday` belongs to
public record OptionSnapshot(
        OccSymbol symbol,
        QuoteReading reading,
        OptionalLong volumeToday,
        OptionalLong volumePrevious,
        Map<String, Double> feedGreeks,
        OptionalDouble feedImpliedVolatility,
        LocalDate tradingDate) {

    /// The larger of the two session volumes; an absent one counts nothing, empty when both are
    /// absent.
    public OptionalLong sessionVolume() {
        if (volumeToday.isEmpty()) {
            return volumePrevious;
        }
        return volumePrevious.isEmpty()
                ? volumeToday
                : OptionalLong.of(Math.max(volumeToday.getAsLong(), volumePrevious.getAsLong()));
    }

    /// The same contract with its quote read again.
    public OptionSnapshot withReading(QuoteReading fresh) {
        return new OptionSnapshot(
                symbol,
                fresh,
                volumeToday,
                volumePrevious,
                feedGreeks,
                feedImpliedVolatility,
                tradingDate);
    }
}
