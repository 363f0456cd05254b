package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.exchange.venue.ExerciseAnswer;
import java.time.Duration;

/// What happens at the broker without an order of ours.
final class BrokerActs {

    private BrokerActs() {}

    /// Contracts that were sold short are assigned.
    static Act assign(AccountId account, OccSymbol contract, int contracts) {
        return world -> world.venue().assign(account, contract, contracts);
    }

    /// Somebody exercises all of a position.
    static Act exercise(AccountId account, OccSymbol contract) {
        return world -> require(world.venue().exercise(account, contract.toString()));
    }

    /// Somebody tells the broker not to exercise a position.
    static Act doNotExercise(AccountId account, OccSymbol contract) {
        return world -> require(world.venue().doNotExercise(account, contract.toString()));
    }

    /// The stock is split: contracts go on as others in every account.
    static Act split(OccSymbol from, OccSymbol to, int times) {
        return world -> world.venue().adjust(from, to, times);
    }

    /// The clock that stamps quotes is so far ahead; behind when negative.
    static Act skew(Duration by) {
        return world -> world.market().skew(by);
    }

    private static void require(ExerciseAnswer answer) {
        if (answer instanceof ExerciseAnswer.Refused(var refusal)) {
            throw new IllegalStateException("refused: " + refusal);
        }
    }
}
