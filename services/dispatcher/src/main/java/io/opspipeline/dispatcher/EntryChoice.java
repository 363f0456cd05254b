package io.opspipeline.dispatcher;

import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.gate.SkipCode;
import io.opspipeline.domain.market.Quote;
import io.opspipeline.market.option.PriceIncrement;
import java.util.List;

/// What an entry would buy, or why there is nothing to buy.
sealed interface EntryChoice {

    /// Every contract that was looked at; none for stock.
    List<ContractCandidate> candidates();

    /// Something can be bought.
    ///
    /// @param plan what and how much
    /// @param quote the quote it was planned on
    /// @param increment the price steps of its orders
    record Buy(
            EntryPlan plan,
            Quote quote,
            PriceIncrement increment,
            List<ContractCandidate> candidates)
            implements EntryChoice {}

    /// Nothing can.
    ///
    /// @param code why
    record Nothing(SkipCode code, List<ContractCandidate> candidates) implements EntryChoice {}
}
