package io.opspipeline.exchange.venue;

import io.opspipeline.domain.order.FeeTable;

/// How the venue behaves.
///
/// @param seed of the fill chances and of all ids
/// @param fees taken from the cash of each fill
/// @param insideChance the chance per step of a limit just short of the touch, 0 to 1: see
///   [FillChance]
/// @param slowCancelChance share of cancels that stay pending until the next step, 0 to 1; the
///   others are done at once. A pending order may fill
/// @param expiry how contracts end
public record VenueSettings(
        long seed, FeeTable fees, double insideChance, double slowCancelChance, Expiries expiry) {

    /// Refuses what is not a probability.
    public VenueSettings {
        if (!isProbability(insideChance) || !isProbability(slowCancelChance)) {
            throw new IllegalArgumentException(
                    "chances must be in 0..1, were %s and %s"
                            .formatted(insideChance, slowCancelChance));
        }
    }

    /// Published fees, 30 % a step just short of the touch, one cancel in twenty slow, no opening
    /// of expiring contracts from 30 minutes before the close (the broker's 15:30).
    public static VenueSettings standard(long seed) {
        return new VenueSettings(seed, FeeTable.standard(), 0.30, 0.05, Expiries.standard());
    }

    /// The same with other ends of contracts.
    public VenueSettings ending(Expiries ends) {
        return new VenueSettings(seed, fees, insideChance, slowCancelChance, ends);
    }

    private static boolean isProbability(double chance) {
        return chance >= 0 && chance <= 1;
    }
}
