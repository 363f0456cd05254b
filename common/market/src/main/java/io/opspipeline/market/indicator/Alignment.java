package io.opspipeline.market.indicator;

import java.util.OptionalDouble;

/// How many of the higher frames are on the trend's side of their mean.
final class Alignment {

    private final HigherFrame[] frames = {
        new HigherFrame(5), new HigherFrame(15), new HigherFrame(60)
    };
    private int session;

    /// Takes a minute bar in; the arguments are those of [HigherFrame#add].
    void add(int session, int minute, int sessionLength, long close) {
        this.session = session;
        for (HigherFrame frame : frames) {
            frame.add(session, minute, sessionLength, close);
        }
    }

    /// Frames with enough closes.
    int available() {
        int available = 0;
        for (HigherFrame frame : frames) {
            available += frame.isAvailable(session) ? 1 : 0;
        }
        return available;
    }

    /// The share of the available frames on a side, 0 to 1; empty when none is available, or
    /// without a side.
    ///
    /// @param direction +1, -1, or 0 for none
    OptionalDouble share(int direction) {
        int available = available();
        if (available == 0 || direction == 0) {
            return OptionalDouble.empty();
        }
        int aligned = 0;
        for (HigherFrame frame : frames) {
            aligned += frame.isAvailable(session) && frame.side() == direction ? 1 : 0;
        }
        return OptionalDouble.of((double) aligned / available);
    }

    void clear() {
        for (HigherFrame frame : frames) {
            frame.clear();
        }
    }
}
