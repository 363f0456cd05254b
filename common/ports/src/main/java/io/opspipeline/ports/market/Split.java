package io.opspipeline.ports.market;

import io.opspipeline.domain.instrument.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;

/// A stock split.
///
/// @param ticker the stock
/// @param effectiveOn first session at the new price, New York
/// @param oldRate shares before
/// @param newRate shares after; larger than before for a forward split
public record Split(Ticker ticker, LocalDate effectiveOn, BigDecimal oldRate, BigDecimal newRate) {

    /// True when there are more shares after than before.
    public boolean isForward() {
        return newRate.compareTo(oldRate) > 0;
    }
}
