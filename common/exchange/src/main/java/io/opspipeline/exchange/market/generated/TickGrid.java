package io.opspipeline.exchange.market.generated;

import io.opspipeline.exchange.market.OptionListing;
import io.opspipeline.exchange.market.RawQuote;
import java.math.BigDecimal;
import java.time.Instant;

/// Turns a theoretical value and a half-spread into a quote on the tick grid: the mid is the
/// half-tick nearest to the value, the spread the number of ticks nearest to the wanted one that
/// leaves bid and ask on the grid. A value below the half-spread has no bid.
enum TickGrid {
    /// Cents at every price.
    CENTS(1, 1),
    /// Cents below 3.00, five cents from there.
    PENNY(1, 5),
    /// Five cents below 3.00, ten cents from there.
    NICKEL(5, 10);

    private static final int CHANGE_AT_CENTS = 300;

    private final int fineCents;
    private final int coarseCents;

    TickGrid(int fineCents, int coarseCents) {
        this.fineCents = fineCents;
        this.coarseCents = coarseCents;
    }

    /// The grid of a listed contract.
    static TickGrid of(OptionListing listing) {
        if (listing.centsEverywhere()) {
            return CENTS;
        }
        return listing.pennyProgram() ? PENNY : NICKEL;
    }

    /// A quote around a value.
    ///
    /// @param value dollars per share, zero or more
    /// @param halfSpread dollars per share, above zero
    /// @param bidSize shown at the bid when there is one
    /// @param askSize shown at the ask
    /// @param at when the quote is made
    RawQuote around(double value, double halfSpread, int bidSize, int askSize, Instant at) {
        RawQuote fine = around(fineCents, value, halfSpread, bidSize, askSize, at);
        boolean reachesCoarse =
                fine.ask().movePointRight(2).compareTo(BigDecimal.valueOf(CHANGE_AT_CENTS)) > 0;
        return reachesCoarse && coarseCents != fineCents
                ? around(coarseCents, value, halfSpread, bidSize, askSize, at)
                : fine;
    }

    private static RawQuote around(
            int tickCents, double value, double halfSpread, int bidSize, int askSize, Instant at) {
        long middle = StrictMath.round(200 * value / tickCents);
        long ticks = nearestOfParity(200 * halfSpread / tickCents, middle & 1);
        if (middle == 0) {
            return quote(0, tickCents, 0, askSize, at);
        }
        long width = Math.min(ticks, middle);
        long bid = (middle - width) / 2 * tickCents;
        long ask = (middle + width) / 2 * tickCents;
        return quote(bid, ask, bid == 0 ? 0 : bidSize, askSize, at);
    }

    /// The whole number nearest to a wanted one that is even or odd as told, at least 1.
    private static long nearestOfParity(double wanted, long parity) {
        long nearest = 2 * StrictMath.round((wanted - parity) / 2) + parity;
        return Math.max(nearest, parity == 1 ? 1 : 2);
    }

    private static RawQuote quote(
            long bidCents, long askCents, int bidSize, int askSize, Instant at) {
        return new RawQuote(
                BigDecimal.valueOf(bidCents, 2),
                BigDecimal.valueOf(askCents, 2),
                bidSize,
                askSize,
                at);
    }
}
