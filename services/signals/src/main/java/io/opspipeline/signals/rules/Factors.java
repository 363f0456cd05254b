package io.opspipeline.signals.rules;

/// What the base confidence is multiplied by.
///
/// @param agrees when sentiment points the same way, 1 or more
/// @param opposes when sentiment points the other way, 1 or less
/// @param strongVolume when the volume ratio is above `strongVolumeAbove`, 1 or more
/// @param strongVolumeAbove a volume ratio
public record Factors(
        double agrees, double opposes, double strongVolume, double strongVolumeAbove) {

    /// Refuses an opposing sentiment that would raise confidence.
    public Factors {
        if (!(opposes <= 1 && agrees >= 1 && strongVolume >= 1)) {
            throw new IllegalArgumentException(
                    "agreeing and volume must raise, opposing must lower, were %s, %s, %s"
                            .formatted(agrees, strongVolume, opposes));
        }
    }
}
