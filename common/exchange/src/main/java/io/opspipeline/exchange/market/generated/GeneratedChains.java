package io.opspipeline.exchange.market.generated;

/// Makes the option chain of a stock around a path of its price, drawn or recorded.
public final class GeneratedChains {

    /// Days' worth of variance in an ordinary session.
    private static final double ORDINARY_SESSION = 1 - VarianceClock.OVERNIGHT;

    /// What market makers expect of the active session when they quote: more than of an ordinary
    /// one, less than it brings.
    private static final double ACTIVE_SESSION = 1.25;

    private static final double WALK = 0.04;

    private GeneratedChains() {}

    /// A chain whose market makers expect an ordinary session.
    ///
    /// @param seed of volumes, sizes, spreads and of the level of volatility
    /// @param stock its volatility, expiries, ticks and depth; its price level is not used
    /// @param previousClose dollars per share; decides what is listed
    /// @param path the stock's price in the traded session
    public static GeneratedChain around(
            long seed, ListedStock stock, double previousClose, SessionPath path) {
        return skewed(seed, stock, previousClose, path, ORDINARY_SESSION);
    }

    /// A chain whose market makers expect a lively session.
    static GeneratedChain active(
            long seed, ListedStock stock, double previousClose, SessionPath path) {
        return skewed(seed, stock, previousClose, path, ACTIVE_SESSION);
    }

    /// A chain whose market makers know the zero-drift generator.
    static GeneratedChain martingale(
            long seed, ListedStock stock, double previousClose, SessionPath path) {
        VarianceClock variance = new VarianceClock(path.clock(), Regime.ZERO_DRIFT.mostVariance());
        FlatSurface surface = new FlatSurface(variance, stock.dayVariance());
        return new ChainBuilder(seed, stock, path.clock(), previousClose, variance)
                .chain(path, surface);
    }

    private static GeneratedChain skewed(
            long seed,
            ListedStock stock,
            double previousClose,
            SessionPath path,
            double expectedDays) {
        VarianceClock variance = new VarianceClock(path.clock(), expectedDays);
        SkewedSurface surface =
                new SkewedSurface(
                        variance, stock.dayVariance(), path, levels(seed, stock, path.clock()));
        return new ChainBuilder(seed, stock, path.clock(), previousClose, variance)
                .chain(path, surface);
    }

    private static double[] levels(long seed, ListedStock stock, SessionClock clock) {
        String date = clock.session().date().toString();
        Draws draws = new Draws(Draws.key(seed, stock.ticker().symbol(), date, "volatility"));
        double[] levels = new double[clock.session().minutes()];
        double deviation = WALK / StrictMath.sqrt(levels.length);
        double level = 1;
        for (int minute = 0; minute < levels.length; minute++) {
            level *= draws.factor(deviation);
            levels[minute] = level;
        }
        return levels;
    }
}
