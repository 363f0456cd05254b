package io.opspipeline.market.indicator;

import java.util.OptionalInt;

/// Three closes in a row that each rose, or each fell.
final class Trend {

    private static final int STEPS = 3;

    private int steps;
    private int direction;
    private int run;

    /// Takes the change from the close before in.
    void add(long change) {
        int sign = Long.signum(change);
        run = sign == direction ? run + 1 : 1;
        direction = sign;
        steps = Math.min(steps + 1, STEPS);
    }

    /// +1 up, -1 down, 0 neither; empty before the fourth close.
    OptionalInt state() {
        return steps < STEPS ? OptionalInt.empty() : OptionalInt.of(direction());
    }

    /// Closes in a row in the direction of the state; 0 when it has none.
    int runLength() {
        return direction() == 0 ? 0 : run;
    }

    /// The state, 0 while there is none.
    int direction() {
        return run < STEPS ? 0 : direction;
    }

    void clear() {
        steps = 0;
        direction = 0;
        run = 0;
    }
}
