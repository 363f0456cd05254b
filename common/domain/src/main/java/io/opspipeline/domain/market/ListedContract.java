package io.opspipeline.domain.market;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Ticker;
import java.util.OptionalInt;

/// A contract as the broker lists it.
///
/// @param symbol its OCC symbol
/// @param underlying the stock it is on; differs from the root for an adjusted contract
/// @param multiplier shares per contract as the broker states it; only 100 is standard
/// @param tradable false when the broker refuses orders in it
/// @param pennyProgram true when it trades in cents below 3.00 and five cents from there
/// @param openInterest contracts open at the end of the previous session; empty when not told
public record ListedContract(
        OccSymbol symbol,
        Ticker underlying,
        int multiplier,
        boolean tradable,
        boolean pennyProgram,
        OptionalInt openInterest) {

    /// True when one contract is 100 shares of the stock that its root names.
    public boolean isStandard() {
        return multiplier == io.opspipeline.domain.money.ContractMultiplier.STANDARD
                && symbol.root().equals(underlying.symbol());
    }
}
