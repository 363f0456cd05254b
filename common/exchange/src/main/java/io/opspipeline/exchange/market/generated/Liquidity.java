package io.opspipeline.exchange.market.generated;

/// How deep the options of a stock are.
public enum Liquidity {
    /// The most traded chains: one or two ticks wide.
    DEEP(0.006, 900_000, 90),
    /// Well traded chains.
    LIQUID(0.010, 150_000, 40),
    /// Chains whose spreads are at times too wide to pay.
    MODERATE(0.018, 40_000, 16);

    private final double halfSpreadShare;
    private final long dailyContracts;
    private final int quoteSize;

    Liquidity(double halfSpreadShare, long dailyContracts, int quoteSize) {
        this.halfSpreadShare = halfSpreadShare;
        this.dailyContracts = dailyContracts;
        this.quoteSize = quoteSize;
    }

    /// Half the spread of an at-the-money option, as a share of its volatility.
    double halfSpreadShare() {
        return halfSpreadShare;
    }

    /// Contracts of the whole chain on an ordinary day.
    long dailyContracts() {
        return dailyContracts;
    }

    /// Contracts shown at the money, typically.
    int quoteSize() {
        return quoteSize;
    }
}
