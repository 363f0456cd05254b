package io.opspipeline.domain.market;

import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.money.Price;
import java.time.Duration;
import java.time.Instant;

/// A closed one-minute bar.
///
/// @param ticker the stock
/// @param start first instant of the minute, UTC
/// @param open first price
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume shares, zero or more
public record Bar(
        Ticker ticker, Instant start, Price open, Price high, Price low, Price close, long volume) {

    /// The length of every bar.
    public static final Duration LENGTH = Duration.ofMinutes(1);

    /// Refuses prices out of order and a negative volume.
    public Bar {
        if (high.isBelow(low)
                || open.isAbove(high)
                || open.isBelow(low)
                || close.isAbove(high)
                || close.isBelow(low)) {
            throw new IllegalArgumentException(
                    "bar of %s at %s has prices out of order: open %s high %s low %s close %s"
                            .formatted(ticker, start, open, high, low, close));
        }
        if (volume < 0) {
            throw new IllegalArgumentException(
                    "bar of %s at %s has volume %d".formatted(ticker, start, volume));
        }
    }

    /// The instant at which the bar is complete.
    public Instant end() {
        return start.plus(LENGTH);
    }

    /// Time since the bar closed; negative while it is still running.
    public Duration age(Instant asOf) {
        return Duration.between(end(), asOf);
    }
}
