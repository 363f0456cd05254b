package io.opspipeline.reliability.scenario;

import io.opspipeline.reliability.world.Boundary;
import io.opspipeline.reliability.world.Crashes;
import java.util.Locale;

/// Kills at the n-th boundary of a kind.
final class NthBoundary implements Crashes {

    private final String moment;
    private final int nth;
    private int seen;

    /// @param moment such as `after submit`, or `before commit of fills`: of a transaction that
    ///   adds rows to a table
    /// @param nth counted from 1
    NthBoundary(String moment, int nth) {
        this.moment = moment;
        this.nth = nth;
    }

    @Override
    public boolean killsAt(Boundary boundary) {
        return isReached(boundary);
    }

    @Override
    public boolean isDone() {
        return seen >= nth;
    }

    @Override
    public String toString() {
        return moment + " #" + nth;
    }

    boolean isReached(Boundary boundary) {
        String reached = boundary.moment().name().toLowerCase(Locale.ROOT) + " " + boundary.act();
        boolean isMeant =
                reached.equals(moment)
                        || boundary.tables().stream()
                                .anyMatch(table -> moment.equals(reached + " of " + table));
        if (isMeant) {
            seen++;
        }
        return isMeant && seen == nth;
    }
}
