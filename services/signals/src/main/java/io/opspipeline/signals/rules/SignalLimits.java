package io.opspipeline.signals.rules;

import java.time.Duration;

/// What an evaluation must pass to become a signal.
///
/// @param volumeAbove the volume ratio must exceed it
/// @param stretchedFrom the distance from the mean, without sign, must stay below it
/// @param optionAbove confidence of a call or put must exceed it
/// @param stockAbove confidence of a stock entry must exceed it; hybrid mode only
/// @param oldestBar most time since the bar closed, inclusive
/// @param cooldown least time from the close of one signal's bar to that of the next, by ticker and
///   direction; exactly this is free
/// @param mode what may be bought
public record SignalLimits(
        double volumeAbove,
        double stretchedFrom,
        double optionAbove,
        double stockAbove,
        Duration oldestBar,
        Duration cooldown,
        SignalMode mode) {

    /// The figures as one word group, to be stored with every signal.
    String describe() {
        return "volume>%s stretched<%s confidence>%s%s"
                .formatted(
                        volumeAbove,
                        stretchedFrom,
                        optionAbove,
                        mode == SignalMode.HYBRID ? " stock>" + stockAbove : "");
    }
}
