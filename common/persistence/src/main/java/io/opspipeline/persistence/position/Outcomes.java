package io.opspipeline.persistence.position;

import io.opspipeline.domain.money.Money;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.order.FeeTable;
import io.opspipeline.domain.position.Position;
import io.opspipeline.domain.position.PositionState;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Table `outcomes`: one row per position that ended, written in the transaction of its end.
final class Outcomes {

    private final Database database;
    private final Fills fills;
    private final PositionEvents events;
    private final ExitLevels levels;

    Outcomes(Database database, FeeTable fees, ExitLevels levels) {
        this.database = database;
        this.levels = levels;
        fills = new Fills(database, fees);
        events = new PositionEvents(database);
    }

    /// Stores how a position ended, and its event.
    ///
    /// @param settlement what a unit that was not sold is worth per share at the end: zero at a
    ///   worthless expiry; empty when everything was sold, or nobody knows (RECONCILED)
    /// @param reason the exit rule; of an end without a fill of ours what there is to tell of it
    void store(StoredPosition ended, Optional<Price> settlement, String reason) {
        Position position = ended.position();
        Money fees = fills.feesOf(ended.id());
        Optional<BigDecimal> proceeds = proceeds(position, settlement);
        Optional<Money> earned = proceeds.map(value -> earned(position, value).minus(fees));
        insert(ended, fees, proceeds, earned, reason);
        events.add(
                position.account(),
                ended.id(),
                PositionEventKind.ENDED,
                "%s by %s, earned %s"
                        .formatted(
                                position.state(),
                                reason,
                                earned.map(Money::toString).orElse("unknown")),
                position.endedAt().orElseThrow());
    }

    /// Feed and features are those of the entry: the feed of the newest bar of the ticker that was
    /// stored for the opening, the features of the signal.
    private void insert(
            StoredPosition ended,
            Money fees,
            Optional<BigDecimal> proceeds,
            Optional<Money> earned,
            String reason) {
        Position position = ended.position();
        Optional<Price> exit = proceeds.map(value -> average(value, position.boughtQuantity()));
        database.jdbc()
                .sql(
                        """
                        insert into outcomes (position_id, account_id, ticker, symbol, strategy,
                            instrument_type, end_state, exit_reason, quantity, entry_price, exit_price,
                            pnl, fees, return_share, r_multiple, mae, mfe, held_seconds, confidence,
                            entry_features, entry_implied_vol, entry_spread, feed, opened_at, ended_at)
                        select position_id, account_id, held.ticker, held.symbol, held.strategy,
                            held.instrument_type, held.state, :reason, held.bought_quantity,
                            held.entry_price, :exit::numeric,
                            :pnl::numeric, :fees::numeric, :share::float8, :multiple::float8,
                            :mae::numeric, :mfe::numeric, :seconds, signal.confidence,
                            case when signal.signal_id is not null then jsonb_strip_nulls(
                                to_jsonb(signal) - array['signal_id', 'status', 'status_reason', 'created_at',
                                    'expires_at']) end,
                            held.entry_implied_vol, held.entry_spread,
                            (select feed from telemetry_1m as bar
                                where bar.ticker = held.ticker and bar.ts <= held.opened_at
                                order by ts desc limit 1),
                            held.opened_at, held.ended_at
                        from active_positions as held
                        left join dispatch_executions as dispatch using (dispatch_id, account_id)
                        left join dispatch_recommendations as signal using (signal_id)
                        where account_id = :account and position_id = :position
                        """)
                .param("reason", code(position, reason))
                .param("exit", Bound.decimal(exit.map(Price::perShare)))
                .param("pnl", Bound.decimal(earned.map(Money::amount)))
                .param("fees", fees.amount())
                .param("share", share(earned, cost(position)))
                .param("multiple", share(earned, cost(position).times(risk(position))))
                .param("mae", Bound.decimal(worst(ended, exit)))
                .param("mfe", Bound.decimal(best(ended, exit)))
                .param("seconds", heldSeconds(position))
                .param("account", position.account().value())
                .param("position", ended.id())
                .update();
    }

    /// A word to count by: of an end without a fill of ours how it ended.
    private static String code(Position position, String reason) {
        return position.state() == PositionState.CLOSED ? reason : position.state().name();
    }

    /// What all units brought, per share; empty when that is not known.
    private static Optional<BigDecimal> proceeds(Position position, Optional<Price> settlement) {
        if (position.state() == PositionState.RECONCILED) {
            return Optional.empty();
        }
        int unsold = position.boughtQuantity() - position.soldQuantity();
        if (unsold > 0 && settlement.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s ended as %s with %d unsold and no settlement"
                            .formatted(position.instrument().symbol(), position.state(), unsold));
        }
        BigDecimal settled =
                settlement.orElse(Price.ZERO).perShare().multiply(BigDecimal.valueOf(unsold));
        return Optional.of(position.soldValue().add(settled));
    }

    private static Money earned(Position position, BigDecimal proceeds) {
        return new Money(proceeds.subtract(position.boughtValue()))
                .times(position.instrument().multiplier());
    }

    private static Money cost(Position position) {
        return new Money(position.boughtValue()).times(position.instrument().multiplier());
    }

    private BigDecimal risk(Position position) {
        return levels.riskShare(position.instrument().type());
    }

    private static @Nullable Double share(Optional<Money> earned, Money of) {
        if (earned.isEmpty() || !of.isPositive()) {
            return null;
        }
        return earned.get().amount().divide(of.amount(), MathContext.DECIMAL64).doubleValue();
    }

    /// The most adverse excursion per share of the entry, zero or below, the exit included.
    private static Optional<BigDecimal> worst(StoredPosition ended, Optional<Price> exit) {
        return Stream.concat(ended.trough().stream(), exit.stream())
                .map(price -> price.minus(ended.position().entryPrice()))
                .min(BigDecimal::compareTo)
                .map(BigDecimal.ZERO::min);
    }

    /// The most favourable excursion per share of the entry, zero or above, the exit included.
    private static Optional<BigDecimal> best(StoredPosition ended, Optional<Price> exit) {
        return Stream.concat(ended.peak().stream(), exit.stream())
                .map(price -> price.minus(ended.position().entryPrice()))
                .max(BigDecimal::compareTo)
                .map(BigDecimal.ZERO::max);
    }

    private static long heldSeconds(Position position) {
        var ended = position.endedAt().orElseThrow();
        return Math.max(0, Duration.between(position.openedAt(), ended).toSeconds());
    }

    private static Price average(BigDecimal value, int quantity) {
        return new Price(value.divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64));
    }
}
