package io.opspipeline.watchlist.rules;

import io.opspipeline.domain.signal.FeatureRow;
import io.opspipeline.domain.signal.Sentiment;
import java.util.Optional;

/// The parts of a ticker's score (trading rules, section 7).
public final class ScoreRule {

    private static final double TREND_SHARE = 0.4;
    private static final double BREAKOUT_SHARE = 0.3;
    private static final double ALIGNMENT_SHARE = 0.3;
    private static final double LONGEST_RUN = 6;
    private static final double STRETCHED_FROM = 0.02;
    private static final double UNKNOWN = 0.5;
    private static final double LEAST_VOLUME = 0.8;
    private static final double VOLUME_SPAN = 1.7;
    private static final double PRIOR_WINS = 2.5;
    private static final double PRIOR_TRADES = 5;

    private ScoreRule() {}

    /// The parts of a ticker with fresh features.
    ///
    /// @param row its newest features
    /// @param sentiment empty when absent
    /// @param performance of its trades; see [#performance(int, int)]
    public static ScoreParts parts(
            FeatureRow row, Optional<Sentiment> sentiment, double performance) {
        int direction = row.trendState().orElse(0);
        return new ScoreParts(
                direction == 0 ? 0 : setup(row, direction),
                volume(row),
                sentiment(direction, sentiment),
                performance);
    }

    /// The parts of a ticker without fresh features: nobody sees a setup or volume, and news have
    /// no trend to agree with.
    public static ScoreParts unseen(double performance) {
        return new ScoreParts(0, 0, UNKNOWN, performance);
    }

    /// How trades went, pulled towards one half while there are few.
    ///
    /// @param trades ended trades in the window, zero or more
    /// @param wins those that won, at most `trades`
    public static double performance(int trades, int wins) {
        return (wins + PRIOR_WINS) / (trades + PRIOR_TRADES);
    }

    private static double setup(FeatureRow row, int direction) {
        return TREND_SHARE * Math.min(row.runLength(), LONGEST_RUN) / LONGEST_RUN
                + BREAKOUT_SHARE * breakout(row, direction)
                + ALIGNMENT_SHARE * row.alignment().orElse(UNKNOWN);
    }

    /// As in a signal's confidence; without a mean there is no closeness to it.
    private static double breakout(FeatureRow row, int direction) {
        if (row.breakout().orElse(0) == direction) {
            return 1;
        }
        double distance = Math.abs(row.distanceSma20().orElse(STRETCHED_FROM));
        return 0.5 * Math.max(0, 1 - distance / STRETCHED_FROM);
    }

    private static double volume(FeatureRow row) {
        return Math.clamp(
                (row.volumeRatio().orElse(LEAST_VOLUME) - LEAST_VOLUME) / VOLUME_SPAN, 0.0, 1.0);
    }

    private static double sentiment(int direction, Optional<Sentiment> sentiment) {
        return sentiment.map(known -> 0.5 + 0.5 * direction * known.signed()).orElse(UNKNOWN);
    }
}
