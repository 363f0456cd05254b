package io.opspipeline.ports.store;

import io.opspipeline.domain.instrument.Ticker;
import java.time.LocalDate;

/// The at-the-money implied volatility of a name at 30 days.
///
/// @param ticker the stock
/// @param day New York date
/// @param thirtyDay annual, above zero: 0.25 is 25 %
/// @param nearExpiry the expiry below 30 days it was interpolated from
/// @param farExpiry the expiry above 30 days; equal to the near one when only one was used
/// @param feed the feed of the quotes, such as `opra`
public record RecordedVolatility(
        Ticker ticker,
        LocalDate day,
        double thirtyDay,
        LocalDate nearExpiry,
        LocalDate farExpiry,
        String feed) {}
