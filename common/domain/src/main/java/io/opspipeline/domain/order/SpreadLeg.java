package io.opspipeline.domain.order;

import io.opspipeline.domain.instrument.OccSymbol;

/// One contract of a spread. A leg that sells to open is short: only a spread may do that.
///
/// @param contract what is traded
/// @param side buy or sell
/// @param effect opens or closes
/// @param ratio contracts in one unit of the spread, at least 1
public record SpreadLeg(OccSymbol contract, Side side, PositionEffect effect, int ratio) {

    /// Refuses a leg of nothing.
    public SpreadLeg {
        if (ratio < 1) {
            throw new IllegalArgumentException(
                    "ratio of " + contract + " must be at least 1, was " + ratio);
        }
    }
}
