package io.opspipeline.domain.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A price in US dollars per share, of a stock or of an option; zero or more.
///
/// @param perShare dollars per share
public record Price(BigDecimal perShare) implements Comparable<Price> {

    /// The price of something worthless.
    public static final Price ZERO = new Price(BigDecimal.ZERO);

    /// Refuses a negative price.
    public Price {
        if (perShare.signum() < 0) {
            throw new IllegalArgumentException("price must not be negative, was " + perShare);
        }
        perShare = Decimals.canonical(perShare, 2);
    }

    /// A price from text such as `2.50`.
    ///
    /// @throws NumberFormatException if the text is not a decimal
    public static Price of(String dollars) {
        return new Price(new BigDecimal(dollars));
    }

    /// A price from a computed number, rounded half-even to six decimals: the one way in from
    /// indicator and option maths.
    public static Price ofComputed(double dollars) {
        return new Price(BigDecimal.valueOf(dollars).setScale(6, RoundingMode.HALF_EVEN));
    }

    /// The price multiplied by an exact fraction, such as a stop share.
    public Price times(BigDecimal factor) {
        return new Price(perShare.multiply(factor));
    }

    /// The price plus a difference that may be negative.
    public Price plus(BigDecimal difference) {
        return new Price(perShare.add(difference));
    }

    /// This price less the other, per share; may be negative.
    public BigDecimal minus(Price other) {
        return perShare.subtract(other.perShare);
    }

    /// The ratio of this price to another, to 16 digits.
    ///
    /// @throws ArithmeticException if the other price is zero
    public BigDecimal dividedBy(Price other) {
        return perShare.divide(other.perShare, MathContext.DECIMAL64);
    }

    /// Half-way between two prices, exact.
    public static Price midway(Price low, Price high) {
        return new Price(low.perShare.add(high.perShare).multiply(new BigDecimal("0.5")));
    }

    /// True when zero.
    public boolean isZero() {
        return perShare.signum() == 0;
    }

    /// True when strictly above the other.
    public boolean isAbove(Price other) {
        return compareTo(other) > 0;
    }

    /// True when strictly below the other.
    public boolean isBelow(Price other) {
        return compareTo(other) < 0;
    }

    /// The higher of the two.
    public Price max(Price other) {
        return new Price(perShare.max(other.perShare));
    }

    /// The lower of the two.
    public Price min(Price other) {
        return new Price(perShare.min(other.perShare));
    }

    /// The price as a floating number, for indicator and option maths only.
    public double asDouble() {
        return perShare.doubleValue();
    }

    @Override
    public int compareTo(Price other) {
        return perShare.compareTo(other.perShare);
    }

    @Override
    public String toString() {
        return perShare.toPlainString();
    }
}
