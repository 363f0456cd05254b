package io.opspipeline.market.option;

import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/// The price steps an instrument may be quoted and ordered in (the broker's options pricing
/// increments).
public enum PriceIncrement {
    /// Cents at every price: stocks from 1.00, and options on SPY, QQQ and IWM.
    CENTS("0.01", "0.01"),
    /// Penny program: cents below 3.00, five cents from there.
    PENNY_PROGRAM("0.01", "0.05"),
    /// All other options: five cents below 3.00, ten cents from there.
    STANDARD("0.05", "0.10");

    private static final BigDecimal THRESHOLD = new BigDecimal("3.00");
    private static final Set<String> CENTS_EVERYWHERE = Set.of("SPY", "QQQ", "IWM");

    private final BigDecimal below;
    private final BigDecimal from;

    PriceIncrement(String below, String from) {
        this.below = new BigDecimal(below);
        this.from = new BigDecimal(from);
    }

    /// The increments of an option.
    ///
    /// @param underlying ticker of the underlying
    /// @param pennyProgram true when the contract is in the penny program
    public static PriceIncrement ofOption(String underlying, boolean pennyProgram) {
        if (CENTS_EVERYWHERE.contains(underlying)) {
            return CENTS;
        }
        return pennyProgram ? PENNY_PROGRAM : STANDARD;
    }

    /// The step at a price, dollars.
    public BigDecimal stepAt(Price price) {
        return price.perShare().compareTo(THRESHOLD) < 0 ? below : from;
    }

    /// The lowest valid price at or above a price.
    public Price roundUp(Price price) {
        return rounded(price, RoundingMode.CEILING);
    }

    /// The highest valid price at or below a price.
    public Price roundDown(Price price) {
        return rounded(price, RoundingMode.FLOOR);
    }

    /// The lowest price above zero.
    public Price smallest() {
        return new Price(below);
    }

    /// True when an order may have this price.
    public boolean isValid(Price price) {
        return roundDown(price).equals(price);
    }

    private Price rounded(Price price, RoundingMode mode) {
        BigDecimal step = stepAt(price);
        return new Price(price.perShare().divide(step, 0, mode).multiply(step));
    }
}
