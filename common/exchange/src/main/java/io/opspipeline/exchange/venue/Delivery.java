package io.opspipeline.exchange.venue;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.money.ContractMultiplier;
import io.opspipeline.domain.money.Money;
import java.time.Instant;

/// Contracts that became shares at their strike: a long that was exercised, or a short that was
/// assigned.
///
/// @param account whose contracts they were
/// @param contract what was held
/// @param change what it did to the number of contracts: negative for an exercise, positive for an
///   assignment
/// @param at when, UTC
public record Delivery(AccountId account, OccSymbol contract, int change, Instant at) {

    /// True for the exercise of a long, false for the assignment of a short.
    public boolean isExercise() {
        return change < 0;
    }

    /// Shares that came; negative when they went.
    public int shares() {
        return -change * contract.right().direction() * ContractMultiplier.STANDARD;
    }

    /// What it did to the cash.
    public Money cash() {
        return stock().value(contract.strike(), shares()).negated();
    }

    /// The underlying.
    public Instrument stock() {
        return new Instrument.Stock(contract.underlying());
    }
}
