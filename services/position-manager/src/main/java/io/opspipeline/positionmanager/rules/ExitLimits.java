package io.opspipeline.positionmanager.rules;

import java.math.BigDecimal;
import java.time.Duration;

/// The figures of the exits (trading rules, section 9). Stop and target are stored with each
/// position and not repeated here.
///
/// @param afterOpen no price rule fires before the open plus this
/// @param underlyingMove share by which the underlying must move since the entry
/// @param trailingArm the trail is armed when the peak reached this multiple of the entry
/// @param trailingShare the trail fires at this share of the peak
/// @param partialGain PARTIAL fires at this multiple of the entry
/// @param modelStop the stop of a price that is only computed, as a share of the entry
public record ExitLimits(
        Duration afterOpen,
        BigDecimal underlyingMove,
        BigDecimal trailingArm,
        BigDecimal trailingShare,
        BigDecimal partialGain,
        BigDecimal modelStop) {

    /// The figures of the trading rules.
    public static final ExitLimits DEFAULT =
            new ExitLimits(
                    Duration.ofMinutes(5),
                    new BigDecimal("0.03"),
                    new BigDecimal("1.34"),
                    new BigDecimal("0.75"),
                    new BigDecimal("1.30"),
                    new BigDecimal("0.70"));

    /// Refuses a trail that would lock in a loss.
    public ExitLimits {
        if (trailingArm.multiply(trailingShare).compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException(
                    "a trail armed at %s that fires at %s of the peak locks in a loss"
                            .formatted(trailingArm, trailingShare));
        }
    }
}
