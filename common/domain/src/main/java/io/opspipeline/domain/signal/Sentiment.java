package io.opspipeline.domain.signal;

/// The signed sentiment of a ticker: p(positive) - p(negative), weighted over its news. The model's
/// confidence has another type and can never stand here.
///
/// @param signed -1 to 1; within 0.05 of zero it is neutral
public record Sentiment(double signed) {

    private static final double NEUTRAL = 0.05;

    /// Refuses a value outside -1 to 1.
    public Sentiment {
        if (!(signed >= -1 && signed <= 1)) {
            throw new IllegalArgumentException("sentiment must be in [-1, 1], was " + signed);
        }
    }

    /// +1 positive, -1 negative, 0 neutral.
    public int direction() {
        if (Math.abs(signed) <= NEUTRAL) {
            return 0;
        }
        return signed > 0 ? 1 : -1;
    }
}
