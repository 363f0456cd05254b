package io.opspipeline.exchange.market.recorded;

import io.opspipeline.domain.market.Bar;
import io.opspipeline.exchange.market.generated.SessionClock;
import io.opspipeline.exchange.market.generated.SessionPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A path of prices through minute bars: each minute goes from its open over its extremes to its
/// close, the extreme against its direction first. A minute without a bar keeps the last price, the
/// one before the session until there is a bar.
final class BarPath {

    private static final int FIRST_EXTREME = 4;
    private static final int SECOND_EXTREME = 8;
    private static final int LAST = SessionClock.STEPS_PER_MINUTE - 1;

    private BarPath() {}

    /// @param bars of the session
    /// @param clock its steps
    /// @param before the price until the first bar, dollars per share
    static SessionPath through(List<Bar> bars, SessionClock clock, double before) {
        Map<Integer, Bar> byMinute = new HashMap<>();
        bars.forEach(bar -> byMinute.put(clock.session().minuteOf(bar.start()), bar));
        double[] points = new double[clock.lastStep() + 1];
        double last = before;
        for (int minute = 0; minute < clock.session().minutes(); minute++) {
            last = fill(points, minute * SessionClock.STEPS_PER_MINUTE, byMinute.get(minute), last);
        }
        points[points.length - 1] = last;
        return new SessionPath(clock, points);
    }

    private static double fill(
            double[] points, int from, @org.jspecify.annotations.Nullable Bar bar, double last) {
        if (bar == null) {
            java.util.Arrays.fill(points, from, from + SessionClock.STEPS_PER_MINUTE, last);
            return last;
        }
        boolean rises = !bar.close().isBelow(bar.open());
        double open = bar.open().asDouble();
        double first = (rises ? bar.low() : bar.high()).asDouble();
        double second = (rises ? bar.high() : bar.low()).asDouble();
        double close = bar.close().asDouble();
        line(points, from, 0, open, FIRST_EXTREME, first);
        line(points, from, FIRST_EXTREME, first, SECOND_EXTREME, second);
        line(points, from, SECOND_EXTREME, second, LAST, close);
        return close;
    }

    private static void line(
            double[] points, int from, int left, double start, int right, double end) {
        for (int step = left; step <= right; step++) {
            double passed = (step - left) / (double) (right - left);
            points[from + step] = step == right ? end : start + (end - start) * passed;
        }
    }
}
