package io.opspipeline.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact amount of US dollars; may be negative.
///
/// @param amount dollars, any scale
public record Money(BigDecimal amount) implements Comparable<Money> {

    /// Nothing at all.
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /// Brings the amount to one form, so that equal amounts are equal values.
    public Money {
        amount = Decimals.canonical(amount, 2);
    }

    /// Dollars from text such as `121000.00`.
    ///
    /// @throws NumberFormatException if the text is not a decimal
    public static Money of(String dollars) {
        return new Money(new BigDecimal(dollars));
    }

    /// This amount and the other together.
    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    /// This amount less the other.
    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    /// This amount multiplied by a whole number.
    public Money times(long factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)));
    }

    /// This amount multiplied by an exact fraction, such as a risk share.
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor));
    }

    /// The amount with the opposite sign.
    public Money negated() {
        return new Money(amount.negate());
    }

    /// How many whole units fit into this amount: floor division, 0 when this amount is negative.
    ///
    /// @throws IllegalArgumentException if the unit is not positive
    public int wholeUnits(Money unit) {
        if (unit.amount.signum() <= 0) {
            throw new IllegalArgumentException("unit must be positive, was " + unit);
        }
        BigDecimal spendable = amount.max(BigDecimal.ZERO);
        return spendable.divide(unit.amount, 0, RoundingMode.FLOOR).intValueExact();
    }

    /// True when below zero.
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /// True when above zero.
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /// True when strictly more than the other.
    public boolean exceeds(Money other) {
        return compareTo(other) > 0;
    }

    /// The smaller of the two.
    public Money min(Money other) {
        return new Money(amount.min(other.amount));
    }

    /// The larger of the two.
    public Money max(Money other) {
        return new Money(amount.max(other.amount));
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
