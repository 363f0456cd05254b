package io.opspipeline.exchange.pose;

import io.opspipeline.exchange.venue.OpeningAccount;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// As what broker the exchange poses. Each part may be changed with any other.
///
/// @param accounts that trade there; number, options level and block are theirs
/// @param plan what the data subscription gives
/// @param requestsPerMinute of each account and API, beyond which the answer is 429; empty for the
///   usual limits
/// @param clockSkew how far the clock it tells lies ahead of the market's
public record Pose(
        List<OpeningAccount> accounts,
        DataPlan plan,
        OptionalInt requestsPerMinute,
        Duration clockSkew) {

    /// A broker with which nothing is wrong.
    public static Pose healthy(List<OpeningAccount> accounts) {
        return new Pose(accounts, DataPlan.FULL, OptionalInt.empty(), Duration.ZERO);
    }

    /// The same with another data subscription.
    public Pose with(DataPlan other) {
        return new Pose(accounts, other, requestsPerMinute, clockSkew);
    }

    /// The same with fewer requests.
    ///
    /// @param perMinute at least 1
    public Pose withRequestsPerMinute(int perMinute) {
        return new Pose(accounts, plan, OptionalInt.of(perMinute), clockSkew);
    }

    /// The same with a clock that is wrong.
    ///
    /// @param skew how far it is ahead; negative when it is behind
    public Pose withClockSkew(Duration skew) {
        return new Pose(accounts, plan, requestsPerMinute, skew);
    }
}
