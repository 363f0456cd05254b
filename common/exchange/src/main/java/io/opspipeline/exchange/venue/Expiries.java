package io.opspipeline.exchange.venue;

import java.time.Duration;
import java.util.Optional;

/// How contracts end.
///
/// @param openingCutoff how long before the close of its expiry session a contract can no longer be
///   bought to open
/// @param delivery what a contract in the money becomes at the close
/// @param nextDayActivities true when expiries, exercises and assignments show in the history only
///   from the next New York day, although balances and positions change at once (the broker's paper
///   accounts)
/// @param sellOut how long before that close the broker begins to sell longs in the money that the
///   account could not exercise (its 15:15 is 45 minutes); empty for never
public record Expiries(
        Duration openingCutoff,
        Kind delivery,
        boolean nextDayActivities,
        Optional<Duration> sellOut) {

    /// What a contract in the money becomes.
    public enum Kind {
        /// Its intrinsic value in cash: the same money without shares that nobody could sell on a
        /// day that has ended.
        CASH,
        /// Shares at the strike, as at the broker. What the account cannot pay or deliver is
        /// settled in cash instead; the broker sells such contracts before the close: see
        /// [#sellOut].
        SHARES
    }

    /// Ends without a sell-out before them.
    public Expiries(Duration openingCutoff, Kind delivery, boolean nextDayActivities) {
        this(openingCutoff, delivery, nextDayActivities, Optional.empty());
    }

    /// The same with a sell-out.
    ///
    /// @param before how long before the close it begins
    public Expiries sellingOut(Duration before) {
        return new Expiries(openingCutoff, delivery, nextDayActivities, Optional.of(before));
    }

    /// In cash, told at once; no opening from 30 minutes before the close (the broker's 15:30).
    public static Expiries standard() {
        return new Expiries(Duration.ofMinutes(30), Kind.CASH, false);
    }
}
