package io.opspipeline.market.indicator;

import java.util.OptionalDouble;

/// Volume of a bar over the mean of the 20 bars before it, within the session and without its
/// opening bar, whose auction volume would distort every mean it is in.
final class VolumeRatio {

    private static final int WINDOW = 20;

    private final RollingMean before = new RollingMean(WINDOW);
    private double ratio;
    private boolean isDefined;
    private boolean isYoung = true;

    /// Takes a bar in.
    ///
    /// @param minute the bar's minute of the session, 0 for the opening bar
    void add(int minute, long volume) {
        isYoung = !before.isReady();
        isDefined = !isYoung && before.sum() > 0;
        ratio = isDefined ? volume / before.mean(1) : 0;
        if (minute > 0) {
            before.add(volume);
        }
    }

    /// True when the last bar had fewer than 20 bars before it.
    boolean isYoung() {
        return isYoung;
    }

    /// Empty before the 21st bar after the opening bar, and where nothing traded in the 20 before.
    OptionalDouble value() {
        return isDefined ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }

    void startSession() {
        before.clear();
        isYoung = true;
        isDefined = false;
    }
}
