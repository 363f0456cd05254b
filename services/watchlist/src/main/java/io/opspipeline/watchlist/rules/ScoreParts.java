package io.opspipeline.watchlist.rules;

/// The parts of a score, each 0 to 1.
///
/// @param setup how well the bars are set up in the trend's direction
/// @param volume how much is traded against the usual
/// @param sentiment how far news point the trend's way; 0.5 when neutral or unknown
/// @param performance how the ticker's trades went; 0.5 without trades
public record ScoreParts(double setup, double volume, double sentiment, double performance) {

    /// Refuses a part outside 0 to 1.
    public ScoreParts {
        requirePart("setup", setup);
        requirePart("volume", volume);
        requirePart("sentiment", sentiment);
        requirePart("performance", performance);
    }

    private static void requirePart(String name, double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + part);
        }
    }
}
