package io.opspipeline.domain.dispatch;

import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.market.Quote;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A contract that was looked at for an entry.
///
/// @param symbol the contract
/// @param chosen true for the one that was planned
/// @param failedCheck the first hard check it failed, such as `SPREAD`; empty when it passed all
/// @param quote its quote; empty when it had none
/// @param impliedVolatility ours, on the mid
/// @param delta ours, on the mid
/// @param feedImpliedVolatility the feed's; stored, never used
/// @param feedDelta the feed's; stored, never used
/// @param volume the larger session volume
/// @param openInterest open at the end of the previous session
/// @param score its score by part; empty when a hard check failed
public record ContractCandidate(
        OccSymbol symbol,
        boolean chosen,
        Optional<String> failedCheck,
        Optional<Quote> quote,
        OptionalDouble impliedVolatility,
        OptionalDouble delta,
        OptionalDouble feedImpliedVolatility,
        OptionalDouble feedDelta,
        OptionalLong volume,
        OptionalInt openInterest,
        Optional<Score> score) {

    /// The parts of a score.
    ///
    /// @param spread 0 to 40
    /// @param volume 0 to 30
    /// @param delta 0 to 20
    /// @param strike 0 to 10
    public record Score(double spread, double volume, double delta, double strike) {

        /// The sum, 0 to 100.
        public double total() {
            return spread + volume + delta + strike;
        }
    }

    /// The same candidate as the one that was planned.
    public ContractCandidate asChosen() {
        return new ContractCandidate(
                symbol,
                true,
                failedCheck,
                quote,
                impliedVolatility,
                delta,
                feedImpliedVolatility,
                feedDelta,
                volume,
                openInterest,
                score);
    }
}
