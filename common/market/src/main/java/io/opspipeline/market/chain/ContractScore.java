package io.opspipeline.market.chain;

/// The parts of a contract's score as pure functions.
public final class ContractScore {

    /// Points for volume when a contract is liquid by its open interest alone.
    public static final double OPEN_INTEREST_POINTS = 15;

    private static final double SPREAD_MOST = 40;
    private static final double SPREAD_ZERO_AT = 0.10;
    private static final double VOLUME_MOST = 30;
    private static final double VOLUME_LEAST = 15;
    private static final double VOLUME_FROM = 200;
    private static final double VOLUME_FULL = 1_000;
    private static final double STRIKE_MOST = 10;
    private static final double STRIKE_ZERO_AT = 0.05;

    private ContractScore() {}

    /// 0 to 40: full for no spread, nothing from 10 % of the mid.
    ///
    /// @param spreadShare spread over mid, 0.05 for 5 %
    public static double spreadPoints(double spreadShare) {
        return SPREAD_MOST * Math.max(0, 1 - spreadShare / SPREAD_ZERO_AT);
    }

    /// 15 to 30: linear from 200 to 1,000 contracts of the larger session.
    public static double volumePoints(double contracts) {
        double share = (contracts - VOLUME_FROM) / (VOLUME_FULL - VOLUME_FROM);
        return VOLUME_LEAST + (VOLUME_MOST - VOLUME_LEAST) * Math.clamp(share, 0, 1);
    }

    /// 5 to 20: best for an absolute delta of 0.30 to 0.50.
    public static double deltaPoints(double delta) {
        double size = Math.abs(delta);
        if (size >= 0.30 && size <= 0.50) {
            return 20;
        }
        if (size >= 0.25 && size <= 0.60) {
            return 15;
        }
        return size >= 0.20 && size <= 0.70 ? 10 : 5;
    }

    /// 0 to 10: full at the target, nothing from 5 % away.
    public static double strikePoints(double strike, double target) {
        return STRIKE_MOST * Math.max(0, 1 - Math.abs(strike - target) / target / STRIKE_ZERO_AT);
    }
}
