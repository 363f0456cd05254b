/// Option prices, greeks and implied volatility; Strata computes, these types give the units.
///
/// ## Entry points
///
/// [io.opspipeline.market.option.OptionPricing], [io.opspipeline.market.option.TimeToExpiry],
/// [io.opspipeline.market.option.PriceIncrement].
///
/// ## Invariants
///
/// 1. Volatility and rates are per year, continuously compounded; time is in years of 525,600
///    minutes.
/// 2. What cannot be computed is absent, never zero or NaN.
@NullMarked
package io.opspipeline.market.option;

import org.jspecify.annotations.NullMarked;
