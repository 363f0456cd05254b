package io.opspipeline.exchange.market.generated;

import io.opspipeline.exchange.market.theory.Black;

/// How wide a market maker quotes and for how many contracts: half-spreads grow with what he may
/// have the volatility and the stock wrong by, are wider after the open, far from the money and for
/// far expiries, and flicker a little from minute to minute.
final class SpreadModel {

    private static final double STOCK_SHARE = 0.00012;
    private static final double OPEN_EXTRA = 1.5;
    private static final double OPEN_MINUTES = 8;
    private static final double FAR_EXTRA = 0.25;
    private static final double FAR_DAYS = 63;
    private static final double MOST_FAR = 3;
    private static final double LEAST = 0.004;
    private static final double SIZE_DEVIATIONS = 1.6;

    private final Liquidity liquidity;

    SpreadModel(Liquidity liquidity) {
        this.liquidity = liquidity;
    }

    /// Half the spread that is wanted before ticks, dollars per share.
    ///
    /// @param contract the contract
    /// @param theory its value and sensitivities
    /// @param spot dollars per share
    /// @param deviation total standard deviation until expiry
    /// @param days variance days until expiry
    /// @param step of the session
    double halfSpread(
            Contract contract,
            Black.Theory theory,
            double spot,
            double deviation,
            double days,
            int step) {
        double volatility = theory.vega() * deviation * liquidity.halfSpreadShare();
        double stock = STOCK_SHARE * spot * Math.abs(theory.delta());
        double far = 1 + FAR_EXTRA * Math.min(MOST_FAR, days / FAR_DAYS);
        double half = (volatility * far + stock) * afterOpen(step) * flicker(contract, step);
        return Math.max(LEAST, half);
    }

    /// Contracts shown on a side.
    ///
    /// @param contract the contract
    /// @param deviations distance from the money, in standard deviations until expiry
    /// @param step of the session
    /// @param side 0 for the bid, 1 for the ask
    int size(Contract contract, double deviations, int step, int side) {
        double scaled = deviations / SIZE_DEVIATIONS;
        double nearness = 0.15 + 0.85 * StrictMath.exp(-0.5 * scaled * scaled);
        double noise = 0.4 + 1.2 * Draws.uniformAt(contract.key(), 2L * step + side);
        return (int) Math.max(1, StrictMath.round(liquidity.quoteSize() * nearness * noise));
    }

    private static double afterOpen(int step) {
        double minutes = step / (double) SessionClock.STEPS_PER_MINUTE;
        return 1 + OPEN_EXTRA * StrictMath.exp(-minutes / OPEN_MINUTES);
    }

    private static double flicker(Contract contract, int step) {
        double lasting = 0.8 + 0.4 * Draws.uniformAt(contract.key(), -1);
        long minute = step / SessionClock.STEPS_PER_MINUTE;
        return lasting * (0.9 + 0.2 * Draws.uniformAt(contract.key(), -2 - minute));
    }
}
