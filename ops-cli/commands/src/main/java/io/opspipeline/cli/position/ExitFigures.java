package io.opspipeline.cli.position;

import io.opspipeline.positionmanager.rules.ExitLimits;
import java.math.BigDecimal;
import java.util.Map;

/// The figures that exits of price are told by: the stored settings, else those of the rules.
///
/// @param trailingArm multiple of the entry that arms the trail
/// @param trailingShare share of the peak at which the trail fires
/// @param partialGain multiple of the entry at which half is sold
record ExitFigures(BigDecimal trailingArm, BigDecimal trailingShare, BigDecimal partialGain) {

    private static final String PREFIX = "position-manager.exits.";

    static ExitFigures of(Map<String, String> settings) {
        return new ExitFigures(
                figure(settings, "trailing-arm", ExitLimits.DEFAULT.trailingArm()),
                figure(settings, "trailing-share", ExitLimits.DEFAULT.trailingShare()),
                figure(settings, "partial-gain", ExitLimits.DEFAULT.partialGain()));
    }

    private static BigDecimal figure(Map<String, String> settings, String key, BigDecimal rule) {
        String stored = settings.getOrDefault(PREFIX + key, "");
        return stored.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? new BigDecimal(stored) : rule;
    }
}
