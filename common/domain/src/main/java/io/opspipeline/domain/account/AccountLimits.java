package io.opspipeline.domain.account;

import io.opspipeline.domain.money.Money;

/// The limits an account trades under (trading rules, section 8).
///
/// @param dailyLoss the loss of one day that stops entries, a positive amount of dollars
/// @param maxPositions open and pending entries at once, at least 1
/// @param dailyEntries entries in one New York day, at least 1
/// @param maxExposure dollars at work at once, positive
public record AccountLimits(
        Money dailyLoss, int maxPositions, int dailyEntries, Money maxExposure) {

    /// Refuses a limit that could never let an entry through.
    public AccountLimits {
        if (!dailyLoss.isPositive() || !maxExposure.isPositive()) {
            throw new IllegalArgumentException(
                    "dailyLoss and maxExposure must be positive, were "
                            + dailyLoss
                            + " and "
                            + maxExposure);
        }
        if (maxPositions < 1 || dailyEntries < 1) {
            throw new IllegalArgumentException(
                    "maxPositions and dailyEntries must be at least 1, were "
                            + maxPositions
                            + " and "
                            + dailyEntries);
        }
    }
}
