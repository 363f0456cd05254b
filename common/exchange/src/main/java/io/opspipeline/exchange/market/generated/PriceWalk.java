package io.opspipeline.exchange.market.generated;

/// One stock's price through one session, step by step: what a step adds is drawn when the step is
/// taken, so the past of a walk cannot know its future.
final class PriceWalk {

    private static final double AVERAGE_MINUTES = 45;

    private final Regime regime;
    private final double[] variance;
    private final double sessionVariance;
    private final Spells spells;
    private final Jumps jumps;
    private final double[] shared;
    private final Draws own;

    private int step;
    private double logPrice;
    private double average;

    /// A walk that stands at the open.
    ///
    /// @param regime how the session behaves
    /// @param variance each minute's share of the session's variance
    /// @param sessionVariance variance of the log price by diffusion over the whole session
    /// @param spells drift by minute
    /// @param jumps sudden moves by step
    /// @param shared standard normal shocks that every stock receives, one a step
    /// @param own this stock's own shocks
    /// @param open dollars per share
    PriceWalk(
            Regime regime,
            double[] variance,
            double sessionVariance,
            Spells spells,
            Jumps jumps,
            double[] shared,
            Draws own,
            double open) {
        this.regime = regime;
        this.variance = variance;
        this.sessionVariance = sessionVariance;
        this.spells = spells;
        this.jumps = jumps;
        this.shared = shared;
        this.own = own;
        this.logPrice = StrictMath.log(open);
        this.average = logPrice;
    }

    /// Takes one step and returns the price, dollars per share.
    double next() {
        int minute = step / SessionClock.STEPS_PER_MINUTE;
        double barVariance = sessionVariance * variance[minute];
        double stepVariance = barVariance / SessionClock.STEPS_PER_MINUTE;
        double move = StrictMath.sqrt(stepVariance) * shock() + expected(minute, barVariance);
        if (regime.martingale()) {
            move -= 0.5 * stepVariance;
        }
        step++;
        logPrice += move + jumps.size(step);
        average += (logPrice - average) / (AVERAGE_MINUTES * SessionClock.STEPS_PER_MINUTE);
        return StrictMath.exp(logPrice);
    }

    private double shock() {
        double common = StrictMath.sqrt(regime.correlation()) * shared[step];
        return common + StrictMath.sqrt(1 - regime.correlation()) * own.gaussian();
    }

    private double expected(int minute, double barVariance) {
        double perBar =
                spells.isActive(minute)
                        ? spells.drift(minute) * StrictMath.sqrt(barVariance)
                        : -regime.reversion() * (logPrice - average);
        return perBar / SessionClock.STEPS_PER_MINUTE;
    }
}
