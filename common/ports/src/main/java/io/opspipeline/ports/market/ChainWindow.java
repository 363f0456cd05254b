package io.opspipeline.ports.market;

import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.time.LocalDate;
import java.util.Optional;

/// A part of a chain.
///
/// @param underlying the stock
/// @param firstExpiry earliest expiry, New York date, inclusive
/// @param lastExpiry latest expiry, New York date, inclusive
/// @param right calls or puts; empty for both
/// @param lowestStrike lowest strike, inclusive
/// @param highestStrike highest strike, inclusive
public record ChainWindow(
        Ticker underlying,
        LocalDate firstExpiry,
        LocalDate lastExpiry,
        Optional<Right> right,
        Price lowestStrike,
        Price highestStrike) {

    /// Refuses an empty window.
    public ChainWindow {
        if (lastExpiry.isBefore(firstExpiry) || highestStrike.isBelow(lowestStrike)) {
            throw new IllegalArgumentException(
                    "chain window of %s is empty: %s..%s, %s..%s"
                            .formatted(
                                    underlying,
                                    firstExpiry,
                                    lastExpiry,
                                    lowestStrike,
                                    highestStrike));
        }
    }
}
