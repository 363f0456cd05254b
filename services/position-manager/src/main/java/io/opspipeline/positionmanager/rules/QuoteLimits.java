package io.opspipeline.positionmanager.rules;

import java.math.BigDecimal;
import java.time.Duration;

/// When a quote may speak for a held position (trading rules, section 9).
///
/// @param oldest a sighting older than this does not count
/// @param oldestQuote a quote that the market made longer ago than this does not count, however
///   often it is shown; one without a bid may
/// @param spreadShare widest spread as a share of the mid
/// @param entrySpreads widest spread in spreads of the entry
/// @param ticks widest spread in ticks; the widest of the three allowances counts
/// @param snapshotAfter without a sighting for this long the feed is asked for one
/// @param sightings a condition needs this many sightings, at least 2
/// @param span a condition needs its sightings this far apart
/// @param zeroBid a bid of zero for this long is a price of zero
/// @param blind no usable quote for this long is an alarm, and the stop runs on the model
public record QuoteLimits(
        Duration oldest,
        Duration oldestQuote,
        BigDecimal spreadShare,
        BigDecimal entrySpreads,
        int ticks,
        Duration snapshotAfter,
        int sightings,
        Duration span,
        Duration zeroBid,
        Duration blind) {

    /// The figures of the trading rules.
    public static final QuoteLimits DEFAULT =
            new QuoteLimits(
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(15),
                    new BigDecimal("0.15"),
                    new BigDecimal("2"),
                    2,
                    Duration.ofSeconds(5),
                    2,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));

    /// Refuses a rule that one stray quote could fire.
    public QuoteLimits {
        if (sightings < 2 || !span.isPositive()) {
            throw new IllegalArgumentException(
                    "a condition needs 2 sightings apart, were %d and %s"
                            .formatted(sightings, span));
        }
    }

    /// How long sightings are of use.
    public Duration memory() {
        Duration longest = zeroBid.compareTo(blind) > 0 ? zeroBid : blind;
        return longest.multipliedBy(2);
    }
}
