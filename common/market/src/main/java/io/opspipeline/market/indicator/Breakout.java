package io.opspipeline.market.indicator;

import java.util.OptionalInt;

/// A close beyond every high, or every low, of the 20 bars before, on the same side of the mean.
final class Breakout {

    private static final int WINDOW = 20;

    private final LongRing highs = new LongRing(WINDOW);
    private final LongRing lows = new LongRing(WINDOW);
    private int state;
    private boolean isDefined;

    /// Takes a bar in, in millionths of a dollar.
    ///
    /// @param side the close's side of its mean of 20, this bar included: +1, -1 or 0
    void add(long high, long low, long close, int side) {
        isDefined = highs.isFull();
        state = isDefined ? of(close, side) : 0;
        highs.add(high);
        lows.add(low);
    }

    /// +1, -1 or 0; empty before the 21st bar.
    OptionalInt state() {
        return isDefined ? OptionalInt.of(state) : OptionalInt.empty();
    }

    void clear() {
        highs.clear();
        lows.clear();
        isDefined = false;
    }

    private int of(long close, int side) {
        if (side > 0) {
            return close > highs.highest() ? 1 : 0;
        }
        return side < 0 && close < lows.lowest() ? -1 : 0;
    }
}
