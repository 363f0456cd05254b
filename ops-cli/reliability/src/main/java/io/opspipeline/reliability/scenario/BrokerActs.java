package io.opspipeline.reliability.scenario;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.order.OrderType;
import io.opspipeline.domain.order.Side;
import io.opspipeline.exchange.venue.ExerciseAnswer;
import io.opspipeline.exchange.venue.PositionIntent;
import io.opspipeline.exchange.venue.SpreadAnswer;
import io.opspipeline.exchange.venue.SpreadSubmission;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What happens at the broker without an order of ours.
final class BrokerActs {

    private BrokerActs() {}

    /// Somebody makes a spread: one contract is bought, the other sold short.
    ///
    /// @param limit net price of a unit, negative for a credit
    static Act spread(AccountId account, OccSymbol bought, OccSymbol sold, String limit) {
        return world -> {
            var spread =
                    new SpreadSubmission(
                            Optional.of("by hand " + world.time().instant()),
                            List.of(
                                    leg(bought, Side.BUY, PositionIntent.BUY_TO_OPEN),
                                    leg(sold, Side.SELL, PositionIntent.SELL_TO_OPEN)),
                            BigDecimal.ONE,
                            OrderType.LIMIT,
                            Optional.of(new BigDecimal(limit)));
            if (world.venue().submit(account, spread) instanceof SpreadAnswer.Refused(var no)) {
                throw new IllegalStateException("no spread by hand: " + no);
            }
        };
    }

    private static SpreadSubmission.Leg leg(OccSymbol contract, Side side, PositionIntent intent) {
        return new SpreadSubmission.Leg(
                contract.toString(), BigDecimal.ONE, Optional.of(side), Optional.of(intent));
    }

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
