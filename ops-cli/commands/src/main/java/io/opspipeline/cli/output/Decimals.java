package io.opspipeline.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimals for people.
public final class Decimals {

    private static final int LEAST = 2;
    private static final int MOST = 4;

    private Decimals() {}

    /// With two to four places, such as `2.50` and `0.0987`.
    public static String text(BigDecimal number) {
        int scale = Math.clamp(number.stripTrailingZeros().scale(), LEAST, MOST);
        return number.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }
}
