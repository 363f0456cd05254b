package io.opspipeline.exchange.market.generated;

import java.time.Instant;

/// What every contract of a chain shares at one step, computed once.
final class ChainInstant {

    private final int step;
    private final Instant at;
    private final double spot;
    private final double[] deviations;
    private final double[] days;

    /// @param step of the session
    /// @param at the instant the step begins
    /// @param spot dollars per share
    /// @param deviations standard deviation until each expiry, at the money; not copied
    /// @param days variance days until each expiry; not copied
    ChainInstant(int step, Instant at, double spot, double[] deviations, double[] days) {
        this.step = step;
        this.at = at;
        this.spot = spot;
        this.deviations = deviations;
        this.days = days;
    }

    int step() {
        return step;
    }

    Instant at() {
        return at;
    }

    double spot() {
        return spot;
    }

    /// The standard deviation until an expiry, at the money.
    double deviation(int expiry) {
        return deviations[expiry];
    }

    /// Variance days until an expiry.
    double days(int expiry) {
        return days[expiry];
    }
}
