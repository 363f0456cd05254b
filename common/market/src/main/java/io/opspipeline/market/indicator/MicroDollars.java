package io.opspipeline.market.indicator;

import io.opspipeline.domain.money.Price;

/// Prices as whole millionths of a dollar, so that sums of them are exact. A window of 50 prices of
/// a million dollars uses less than a hundred-thousandth of the range.
final class MicroDollars {

    /// Parts of a dollar.
    static final double PER_DOLLAR = 1_000_000;

    private MicroDollars() {}

    /// A price, rounded to six decimals, which is more than any feed has.
    static long of(Price price) {
        return Math.round(price.asDouble() * PER_DOLLAR);
    }
}
