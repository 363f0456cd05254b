package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.OccSymbol;
import io.opspipeline.domain.instrument.Right;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.PositionMachine;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Ends of positions that no fill of ours made, each with its outcome and event.
final class PositionEnds {

    private final Database database;
    private final PositionRows rows;
    private final Outcomes outcomes;

    PositionEnds(Database database, PositionRows rows, Outcomes outcomes) {
        this.database = database;
        this.rows = rows;
        this.outcomes = outcomes;
    }

    /// @param worth of what was not sold, per share; empty when nobody told it
    void end(
            AccountId account,
            long positionId,
            PositionState end,
            Optional<Price> worth,
            String reason,
            Instant at) {
        if (!end.isEnded() || end == PositionState.CLOSED) {
            throw new IllegalArgumentException(end + " is made by fills alone");
        }
        database.inTransaction(() -> {
            StoredPosition held = rows.require(account, positionId);
            if (held.position().state().isEnded()) {
                return;
            }
            StoredPosition ended = held.with(PositionMachine.ended(held.position(), end, at));
            store(ended, reason);
            outcomes.store(ended, worth.or(() -> settlement(held, end, at)), reason);
        });
    }

    /// Ends a position that nothing was sold of at its end.
    private void store(StoredPosition ended, String reason) {
        database.jdbc()
                .sql(
                        """
                        update active_positions set
                            quantity = 0, state = :state, ended_at = :endedAt, end_reason = :reason
                        where account_id = :account and position_id = :position
                        """)
                .param("state", ended.position().state().name())
                .param("endedAt", Bound.at(ended.position().endedAt()))
                .param("reason", reason)
                .param("account", ended.position().account().value())
                .param("position", ended.id())
                .update();
    }

    private Optional<Price> settlement(StoredPosition held, PositionState end, Instant at) {
        return switch (end) {
            case EXPIRED -> Optional.of(Price.ZERO);
            case ASSIGNED, EXERCISED -> Optional.of(settledAt(held, at));
            case RECONCILED, OPEN, CLOSING, CLOSED -> Optional.empty();
        };
    }

    private Price settledAt(StoredPosition held, Instant at) {
        Instrument instrument = held.position().instrument();
        Price underlying =
                EntryContext.underlying(database, instrument.ticker(), at)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no bar of %s to settle %s on"
                                                .formatted(
                                                        instrument.ticker(), instrument.symbol())));
        return switch (instrument) {
            case Instrument.Option(OccSymbol contract) -> intrinsic(contract, underlying);
            case Instrument.Stock _ -> underlying;
        };
    }

    private static Price intrinsic(OccSymbol contract, Price underlying) {
        BigDecimal above = underlying.minus(contract.strike());
        BigDecimal inTheMoney = contract.right() == Right.CALL ? above : above.negate();
        return new Price(inTheMoney.max(BigDecimal.ZERO));
    }
}
