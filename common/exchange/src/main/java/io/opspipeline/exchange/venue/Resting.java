package io.opspipeline.exchange.venue;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.Money;
import java.util.Set;

/// What an open order may still do to the margin: all of it, or nothing, or a part between.
///
/// @param change contracts it would add and take
/// @param credit what it would bring at least, zero or more; counts against its own loss only
record Resting(Payoff change, Money credit) {

    /// A spread.
    ///
    /// @param cost what it takes at worst; negative when it brings money
    static Resting of(Payoff change, Money cost) {
        return new Resting(change, cost.negated().max(Money.ZERO));
    }

    /// The same order without what will be worth nothing.
    Resting without(Set<OccSymbol> worthless) {
        return new Resting(change.without(worthless), credit);
    }

    /// A sell of what is held.
    static Resting sell(OccSymbol contract, int quantity) {
        return new Resting(Payoff.NONE.plus(contract, -quantity), Money.ZERO);
    }
}
