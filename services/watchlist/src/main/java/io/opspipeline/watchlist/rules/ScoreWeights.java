package io.opspipeline.watchlist.rules;

/// What each part of a score is worth; 1 in sum.
///
/// @param setup 0 to 1
/// @param volume 0 to 1
/// @param sentiment 0 to 1
/// @param performance 0 to 1
public record ScoreWeights(double setup, double volume, double sentiment, double performance) {

    private static final double STEPS = 1e9;

    /// The score, 0 to 100; rounded, so that a sum that should be 60 is.
    double score(ScoreParts parts) {
        double sum =
                setup * parts.setup()
                        + volume * parts.volume()
                        + sentiment * parts.sentiment()
                        + performance * parts.performance();
        return Math.clamp(Math.rint(100 * sum * STEPS) / STEPS, 0.0, 100.0);
    }
}
