package io.opspipeline.exchange.market.generated;

/// How lively a session is.
///
/// @param leastVariance lower end of the session's variance, in whole days of implied variance
/// @param mostVariance upper end of it
/// @param drift strength of a drift spell, standard deviations of a bar per bar
/// @param followThrough share of the volume spells in which the price does drift
/// @param reversion pull towards the running average between spells, share of the distance per bar
/// @param jumps jumps per session, on average
/// @param correlation share of the variance that all stocks have in common
/// @param martingale true when the price itself, not its logarithm, has no drift
record Regime(
        double leastVariance,
        double mostVariance,
        double drift,
        double followThrough,
        double reversion,
        double jumps,
        double correlation,
        boolean martingale) {

    /// The traded session of the default market.
    static final Regime ACTIVE = new Regime(1.5, 2.25, 0.30, 0.60, 0.02, 0.8, 0.25, false);

    /// The sessions before it.
    static final Regime ORDINARY = new Regime(0.8, 1.2, 0.15, 0.50, 0.02, 0.3, 0.25, false);

    /// A session in which nothing can be foreseen: spells of volume, none of price.
    static final Regime ZERO_DRIFT = new Regime(1.5, 1.5, 0, 0, 0, 0, 0, true);

    /// The variance of one session.
    ///
    /// @param dayVariance variance that a whole day's implied volatility stands for
    /// @param draws where the session's liveliness comes from
    double sessionVariance(double dayVariance, Draws draws) {
        return dayVariance * draws.uniform(leastVariance, mostVariance);
    }
}
