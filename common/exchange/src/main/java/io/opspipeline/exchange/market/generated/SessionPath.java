package io.opspipeline.exchange.market.generated;

import java.time.Instant;

/// The price of one stock at every step of one session.
public final class SessionPath {

    private final SessionClock clock;
    private final double[] points;

    /// A path over a session.
    ///
    /// @param clock the steps of the session
    /// @param points dollars per share, one for each step from the open to the close
    public SessionPath(SessionClock clock, double[] points) {
        if (points.length != clock.lastStep() + 1) {
            throw new IllegalArgumentException(
                    "session of %s has %d steps, got %d prices"
                            .formatted(
                                    clock.session().date(), clock.lastStep() + 1, points.length));
        }
        this.clock = clock;
        this.points = points.clone();
    }

    /// The steps of the session.
    public SessionClock clock() {
        return clock;
    }

    /// Dollars per share at a step.
    public double priceAt(int step) {
        return points[step];
    }

    /// Dollars per share at an instant from the open on.
    public double priceAt(Instant at) {
        return points[clock.stepAt(at)];
    }

    /// Dollars per share at the open.
    public double first() {
        return points[0];
    }

    /// Dollars per share at the close.
    public double last() {
        return points[points.length - 1];
    }
}
