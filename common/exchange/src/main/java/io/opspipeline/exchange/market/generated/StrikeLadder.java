package io.opspipeline.exchange.market.generated;

import io.opspipeline.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/// The strikes listed for an expiry: in standard increments, 15 % to either side of the previous
/// close, at most 40 on a side.
final class StrikeLadder {

    private static final double REACH = 0.15;
    private static final int MOST_PER_SIDE = 40;
    private static final int NEAR_DAYS = 60;

    private StrikeLadder() {}

    /// The strikes, lowest first.
    ///
    /// @param reference the previous close, dollars per share
    /// @param cycle the stock's expiry cycle
    /// @param day the traded day
    /// @param expiry the expiry
    static List<Price> strikes(
            double reference, ExpiryCycle cycle, LocalDate day, LocalDate expiry) {
        boolean near = ChronoUnit.DAYS.between(day, expiry) <= NEAR_DAYS;
        BigDecimal increment = near ? nearIncrement(reference, cycle) : farIncrement(reference);
        double step = increment.doubleValue();
        long centre = StrictMath.round(reference / step);
        long side = Math.min(MOST_PER_SIDE, (long) (REACH * reference / step));
        return LongStream.rangeClosed(Math.max(1, centre - side), centre + side)
                .mapToObj(multiple -> new Price(increment.multiply(BigDecimal.valueOf(multiple))))
                .toList();
    }

    private static BigDecimal nearIncrement(double reference, ExpiryCycle cycle) {
        double scale = cycle.isFineGrained() ? 2 : 1;
        if (reference < 40 * scale) {
            return new BigDecimal("0.5");
        }
        if (reference < 150 * scale) {
            return BigDecimal.ONE;
        }
        return reference < 300 * scale ? new BigDecimal("2.5") : BigDecimal.valueOf(5);
    }

    private static BigDecimal farIncrement(double reference) {
        if (reference < 25) {
            return BigDecimal.ONE;
        }
        if (reference < 200) {
            return new BigDecimal("2.5");
        }
        return reference < 500 ? BigDecimal.valueOf(5) : BigDecimal.TEN;
    }
}
