package io.opspipeline.watchlist.rules;

/// What each part of a score is worth; 1 in sum.
///
/// @param setup 0 to 1
/// @param volume 0 to 1
/// @param sentiment 0 to 1
/// @param performance 0 to 1
public record ScoreWeights(double setup, double volume, double sentiment, double performance) {

    /// The score, 0 to 100.
    double score(ScoreParts parts) {
        double sum =
                setup * parts.setup()
                        + volume * parts.volume()
                        + sentiment * parts.sentiment()
                        + performance * parts.performance();
        return Math.clamp(100 * sum, 0.0, 100.0);
    }
}
