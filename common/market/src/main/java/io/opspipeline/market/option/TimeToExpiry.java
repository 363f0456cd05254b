package io.opspipeline.market.option;

import java.time.Duration;
import java.time.Instant;

/// Time to expiry as the option maths counts it.
public final class TimeToExpiry {

    /// Minutes of a year of 365 days.
    public static final double MINUTES_PER_YEAR = 525_600;

    private TimeToExpiry() {}

    /// Years from an instant to the close of the expiry session, by the second.
    ///
    /// @throws IllegalArgumentException when the close is not after the instant
    public static double years(Instant asOf, Instant expiryClose) {
        Duration left = Duration.between(asOf, expiryClose);
        if (!left.isPositive()) {
            throw new IllegalArgumentException("expired at " + expiryClose + ", asked at " + asOf);
        }
        return left.toSeconds() / 60.0 / MINUTES_PER_YEAR;
    }
}
