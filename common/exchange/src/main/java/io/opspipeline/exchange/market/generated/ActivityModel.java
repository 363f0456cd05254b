package io.opspipeline.exchange.market.generated;

import java.util.List;

/// Spreads a chain's daily volume and its open interest over its contracts: near expiries and
/// strikes near the money trade most, monthlies and round strikes hold most.
final class ActivityModel {

    private static final double DEVIATIONS = 1.2;
    private static final double VOLUME_DAYS = 12;
    private static final double INTEREST_DAYS = 45;
    private static final double MONTHLY_VOLUME = 1.6;
    private static final double MONTHLY_INTEREST = 4;
    private static final double CALLS = 1.15;
    private static final double PUTS = 0.85;
    private static final double TODAY = 1.4;
    private static final double INTEREST_PER_CONTRACT_TRADED = 4;
    private static final double NOISE = 0.7;

    private final double volumePerWeight;
    private final double interestPerWeight;

    private ActivityModel(double volumePerWeight, double interestPerWeight) {
        this.volumePerWeight = volumePerWeight;
        this.interestPerWeight = interestPerWeight;
    }

    /// Where a contract stands in its chain.
    ///
    /// @param daysLeft calendar days to expiry, 0 on the last
    /// @param monthly true for a monthly expiry
    /// @param deviations distance from the money, in standard deviations until expiry
    /// @param call true for a call
    record Place(long daysLeft, boolean monthly, double deviations, boolean call) {

        private double volumeWeight() {
            double monthlies = monthly ? MONTHLY_VOLUME : 1;
            return monthlies * StrictMath.exp(-daysLeft / VOLUME_DAYS) * nearness();
        }

        private double interestWeight() {
            double monthlies = monthly ? MONTHLY_INTEREST : 1;
            return monthlies * StrictMath.exp(-daysLeft / INTEREST_DAYS) * nearness();
        }

        private double nearness() {
            double scaled = deviations / DEVIATIONS;
            return (call ? CALLS : PUTS) * StrictMath.exp(-0.5 * scaled * scaled);
        }
    }

    /// A model in which the contracts at these places share a chain's daily volume.
    static ActivityModel over(List<Place> places, Liquidity liquidity) {
        double volume = places.stream().mapToDouble(Place::volumeWeight).sum();
        double interest = places.stream().mapToDouble(Place::interestWeight).sum();
        double contracts = liquidity.dailyContracts();
        return new ActivityModel(
                contracts / volume, INTEREST_PER_CONTRACT_TRADED * contracts / interest);
    }

    /// How much the contract at a place is traded.
    ContractActivity activity(Place place, Draws draws) {
        double volume = volumePerWeight * place.volumeWeight();
        double interest = interestPerWeight * place.interestWeight();
        return new ContractActivity(
                StrictMath.round(volume * TODAY * draws.factor(NOISE)),
                StrictMath.round(volume * draws.factor(NOISE)),
                (int) StrictMath.round(interest * draws.factor(NOISE)));
    }
}
