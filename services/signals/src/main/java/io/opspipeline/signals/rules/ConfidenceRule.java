package io.opspipeline.signals.rules;

import io.opspipeline.domain.signal.Confidence;
import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import java.util.Optional;

/// How strongly an evaluation is believed (trading rules, section 6): `base = 0.25 T + 0.20 B +
/// 0.20 V + 0.15 A`, then the factors of sentiment and volume.
public final class ConfidenceRule {

    private static final double STEPS = 1e12;
    private static final double LONGEST_RUN = 6;
    private static final double VOLUME_SPAN = 1.8;
    private static final double UNKNOWN_ALIGNMENT = 0.5;

    private final Weights weights;
    private final Factors factors;
    private final double volumeAbove;
    private final double stretchedFrom;

    /// @param volumeAbove volume ratio at which its part is 0
    /// @param stretchedFrom distance from the mean at which closeness to it counts nothing
    public ConfidenceRule(
            Weights weights, Factors factors, double volumeAbove, double stretchedFrom) {
        this.weights = weights;
        this.factors = factors;
        this.volumeAbove = volumeAbove;
        this.stretchedFrom = stretchedFrom;
    }

    /// The confidence in a direction; rounded, so that a sum that should be 0.45 is.
    ///
    /// @param row with volume ratio and distance from the mean
    /// @param direction +1 bullish, -1 bearish
    /// @throws java.util.NoSuchElementException when one of the two is absent
    public Confidence of(FeatureRow row, int direction, Optional<Sentiment> sentiment) {
        double raised = base(row, direction) * agreement(direction, sentiment) * volumeFactor(row);
        return new Confidence(Math.min(1, Math.rint(raised * STEPS) / STEPS));
    }

    /// The weighted sum before the factors, 0 to 1.
    double base(FeatureRow row, int direction) {
        return weights.trend() * trend(row, direction)
                + weights.breakout() * breakout(row, direction)
                + weights.volume() * volume(row)
                + weights.alignment() * row.alignment().orElse(UNKNOWN_ALIGNMENT);
    }

    /// A run against the direction is no run in it.
    private static double trend(FeatureRow row, int direction) {
        boolean follows = row.trendState().orElse(0) == direction;
        return follows ? Math.min(row.runLength(), LONGEST_RUN) / LONGEST_RUN : 0;
    }

    private double breakout(FeatureRow row, int direction) {
        if (row.breakout().orElse(0) == direction) {
            return 1;
        }
        double distance = Math.abs(row.distanceSma20().orElseThrow());
        return 0.5 * Math.max(0, 1 - distance / stretchedFrom);
    }

    private double volume(FeatureRow row) {
        return Math.clamp((row.volumeRatio().orElseThrow() - volumeAbove) / VOLUME_SPAN, 0.0, 1.0);
    }

    private double agreement(int direction, Optional<Sentiment> sentiment) {
        int signed = sentiment.map(Sentiment::direction).orElse(0) * direction;
        if (signed == 0) {
            return 1;
        }
        return signed > 0 ? factors.agrees() : factors.opposes();
    }

    private double volumeFactor(FeatureRow row) {
        return row.volumeRatio().orElseThrow() > factors.strongVolumeAbove()
                ? factors.strongVolume()
                : 1;
    }
}
