package io.opspipeline.domain.money;

import java.math.BigDecimal;

/// What one unit of a spread costs per share, all legs together: above zero is paid (a debit),
/// below zero is received (a credit).
///
/// @param perShare dollars per share, any sign
public record NetPrice(BigDecimal perShare) implements Comparable<NetPrice> {

    /// Brings the price to one form, so that equal prices are equal values.
    public NetPrice {
        perShare = Decimals.canonical(perShare, 2);
    }

    /// A price from text such as `-1.20`.
    ///
    /// @throws NumberFormatException if the text is not a decimal
    public static NetPrice of(String dollars) {
        return new NetPrice(new BigDecimal(dollars));
    }

    @Override
    public int compareTo(NetPrice other) {
        return perShare.compareTo(other.perShare);
    }

    @Override
    public String toString() {
        return perShare.toPlainString();
    }
}
