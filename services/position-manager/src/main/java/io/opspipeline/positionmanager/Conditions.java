package io.opspipeline.positionmanager;

import io.opspipeline.domain.calendar.Session;
import io.opspipeline.domain.instrument.Ticker;
import io.opspipeline.domain.market.Bar;
import io.opspipeline.domain.money.Price;
import io.opspipeline.positionmanager.rules.Flattening;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What surrounds the positions of an account, as the last evaluation found it: good for the quotes
/// that come before the next one.
///
/// @param session of the day
/// @param flattening whether everything must go
/// @param underlyings the newest bar of each stock
/// @param unsettled stocks whose exits wait: halted, or trading again for a short time only
record Conditions(
        Session session,
        Flattening flattening,
        Map<Ticker, Bar> underlyings,
        Set<Ticker> unsettled) {

    /// The close of a stock's newest bar, when that is recent enough.
    Optional<Price> underlying(Ticker ticker, Duration oldest, Instant asOf) {
        return Optional.ofNullable(underlyings.get(ticker))
                .filter(bar -> bar.age(asOf).compareTo(oldest) <= 0)
                .map(Bar::close)
                .filter(close -> !close.isZero());
    }
}
