package io.opspipeline.domain.money;

import java.math.BigDecimal;

/// One form for equal decimals, so that records over them compare by value.
final class Decimals {

    private Decimals() {}

    /// Strips trailing zeros down to the given scale, and pads up to it.
    static BigDecimal canonical(BigDecimal value, int leastScale) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), leastScale));
    }
}
