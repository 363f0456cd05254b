package io.opspipeline.exchange.market.generated;

import java.time.LocalDate;

/// A surface as stocks have it: puts dearer than calls, a smile in the wings, near expiries that
/// differ from far ones, and a level that moves through the day, up when the stock falls.
final class SkewedSurface implements VolatilitySurface {

    private static final double SKEW = 0.05;
    private static final double SMILE = 0.018;
    private static final double WING = 2.5;
    private static final double NEAR_TERM = 0.05;
    private static final double NEAR_TERM_DAYS = 8;
    private static final double LEVERAGE = 1.2;

    private final VarianceClock clock;
    private final double dayVariance;
    private final SessionPath path;
    private final double[] levels;

    /// A surface over one session.
    ///
    /// @param clock time to expiry
    /// @param dayVariance variance of the log price in one day of that clock
    /// @param path the stock's price
    /// @param levels factor on volatility in each minute, around 1
    SkewedSurface(VarianceClock clock, double dayVariance, SessionPath path, double[] levels) {
        this.clock = clock;
        this.dayVariance = dayVariance;
        this.path = path;
        this.levels = levels.clone();
    }

    @Override
    public double atTheMoney(int step, LocalDate expiry) {
        double days = clock.daysLeft(step, expiry);
        double nearTerm = 1 + NEAR_TERM * StrictMath.exp(-days / NEAR_TERM_DAYS);
        return nearTerm * levelAt(step) * StrictMath.sqrt(dayVariance * days);
    }

    @Override
    public double atStrike(double atTheMoney, double moneyness) {
        if (atTheMoney <= 0) {
            return 0;
        }
        double deviations = Math.clamp(moneyness / atTheMoney, -WING, WING);
        return atTheMoney * (1 - SKEW * deviations + SMILE * deviations * deviations);
    }

    private double levelAt(int step) {
        int minute = Math.min(step / SessionClock.STEPS_PER_MINUTE, levels.length - 1);
        double move = StrictMath.log(path.priceAt(step) / path.first());
        return levels[minute] * StrictMath.exp(-LEVERAGE * move);
    }
}
