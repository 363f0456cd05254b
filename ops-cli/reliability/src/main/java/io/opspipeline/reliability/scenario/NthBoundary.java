package io.opspipeline.reliability.scenario;

import io.opspipeline.reliability.world.Boundary;
import io.opspipeline.reliability.world.Crashes;
import java.util.Locale;

/// Kills at the n-th boundary of a kind.
final class NthBoundary implements Crashes {

    private final String moment;
    private final int nth;
    private int seen;

    /// @param moment such as `after submit`
    /// @param nth counted from 1
    NthBoundary(String moment, int nth) {
        this.moment = moment;
        this.nth = nth;
    }

    @Override
    public boolean killsAt(Boundary boundary) {
        String reached = boundary.moment().name().toLowerCase(Locale.ROOT) + " " + boundary.act();
        if (reached.equals(moment)) {
            seen++;
        }
        return reached.equals(moment) && seen == nth;
    }
}
