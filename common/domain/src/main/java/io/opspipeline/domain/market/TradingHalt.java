package io.opspipeline.domain.market;

import io.opspipeline.domain.instrument.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the tape said of trading in a stock: halted, or going on again.
///
/// @param ticker the stock
/// @param isOn true from a halt on, false from its end on
/// @param reason the tape's words
/// @param at when that began, UTC
public record TradingHalt(Ticker ticker, boolean isOn, String reason, Instant at) {

    /// True while nobody trades. A halt whose end was not heard is over with the first minute that
    /// has a bar.
    ///
    /// @param newest the stock's newest closed bar
    public boolean isHalted(Optional<Bar> newest) {
        return isOn && newest.filter(bar -> !bar.start().isBefore(at)).isEmpty();
    }

    /// True for some time after the end of a halt, when prices are found anew.
    ///
    /// @param settling how long that is
    /// @param asOf now, UTC
    public boolean isSettling(Duration settling, Instant asOf) {
        return !isOn && asOf.isBefore(at.plus(settling));
    }
}
