package io.opspipeline.dispatcher.rules;

import io.opspipeline.domain.dispatch.ContractCandidate;
import io.opspipeline.domain.gate.SkipCode;
import java.util.List;

/// The contracts that may be bought, best first, or why there is none; with all that were looked
/// at.
public sealed interface ContractChoice {

    /// At least one passes.
    ///
    /// @param ranked those that pass, best first, at least one
    /// @param candidates all that were looked at, by symbol
    record Ranked(List<ContractCandidate> ranked, List<ContractCandidate> candidates)
            implements ContractChoice {}

    /// None passes.
    ///
    /// @param code NO_EXPIRY when none is listed, else NO_CONTRACT
    /// @param candidates all that were looked at, by symbol
    record None(SkipCode code, List<ContractCandidate> candidates) implements ContractChoice {}
}
