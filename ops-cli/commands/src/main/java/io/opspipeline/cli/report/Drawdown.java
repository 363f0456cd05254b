package io.opspipeline.cli.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The deepest fall of a curve from a height before it.
///
/// @param amount dollars, zero or more
/// @param percent of the height it fell from
record Drawdown(BigDecimal amount, BigDecimal percent) {

    private static final Drawdown NONE = new Drawdown(BigDecimal.ZERO, BigDecimal.ZERO);

    /// Of a curve in the order of time; none when it has no points or never falls.
    static Drawdown of(List<BigDecimal> curve) {
        Drawdown deepest = NONE;
        BigDecimal height = BigDecimal.ZERO;
        for (BigDecimal value : curve) {
            height = height.max(value);
            BigDecimal fall = height.subtract(value);
            if (fall.compareTo(deepest.amount) > 0) {
                deepest = new Drawdown(fall, percent(fall, height));
            }
        }
        return deepest;
    }

    private static BigDecimal percent(BigDecimal fall, BigDecimal height) {
        return fall.multiply(BigDecimal.valueOf(100)).divide(height, 2, RoundingMode.HALF_EVEN);
    }
}
