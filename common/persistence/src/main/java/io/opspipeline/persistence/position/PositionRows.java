package io.opspipeline.persistence.position;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.domain.instrument.InstrumentType;
import io.opspipeline.domain.money.Price;
import io.opspipeline.domain.position.Position;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.util.Optional;
import java.util.OptionalLong;

/// Table `active_positions`.
final class PositionRows {

    private final Database database;
    private final ExitLevels levels;
    private final String buildId;

    PositionRows(Database database, ExitLevels levels, String buildId) {
        this.database = database;
        this.levels = levels;
        this.buildId = buildId;
    }

    /// The held position of a symbol, locked. Until the transaction ends nobody else can open one:
    /// a row that does not exist yet cannot be locked, so the pair is.
    Optional<StoredPosition> lockHeld(AccountId account, Instrument instrument) {
        database.jdbc()
                .sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "position " + account + " " + instrument.symbol())
                .query((_, _) -> true)
                .list();
        return database.jdbc()
                .sql(
                        """
                        select * from active_positions
                        where account_id = :account and symbol = :symbol and state in ('OPEN', 'CLOSING')
                        for update
                        """)
                .param("account", account.value())
                .param("symbol", instrument.symbol())
                .query((rs, _) -> StoredPosition.read(new Row(rs)))
                .optional();
    }

    /// A position of an account, locked, whether it has ended or not.
    Optional<StoredPosition> lock(AccountId account, long positionId) {
        return database.jdbc()
                .sql(
                        """
                        select * from active_positions
                        where account_id = :account and position_id = :position
                        for update
                        """)
                .param("account", account.value())
                .param("position", positionId)
                .query((rs, _) -> StoredPosition.read(new Row(rs)))
                .optional();
    }

    /// As [#lock].
    ///
    /// @throws IllegalStateException when the account has no such position
    StoredPosition require(AccountId account, long positionId) {
        return lock(account, positionId)
                .orElseThrow(() ->
                        new IllegalStateException(account + " has no position " + positionId));
    }

    long open(Position position, OptionalLong dispatchId, EntryContext entry) {
        InstrumentType type = position.instrument().type();
        return database.jdbc()
                .sql(
                        """
                        insert into active_positions (account_id, dispatch_id, ticker, symbol,
                            instrument_type, strike, expiry, multiplier, strategy, origin, state,
                            quantity, bought_quantity, bought_value, sold_quantity, sold_value,
                            entry_price, stop_loss, take_profit, entry_spread, entry_delta,
                            entry_implied_vol, underlying_at_entry, max_hold_minutes,
                            max_hold_sessions, partial_taken, opened_at, build_id)
                        values (:account, :dispatch, :ticker, :symbol,
                            :type, :strike, :expiry, :multiplier, :strategy, :origin, :state,
                            :quantity, :bought, :boughtValue, 0, 0,
                            :entry, :stop, :target, :spread, :delta,
                            :impliedVol, :underlying, :holdMinutes,
                            :holdSessions, false, :openedAt, :build)
                        returning position_id
                        """)
                .param("account", position.account().value())
                .param("dispatch", Bound.orNull(dispatchId))
                .param("ticker", position.instrument().ticker().symbol())
                .param("symbol", position.instrument().symbol())
                .param("type", type.name())
                .param("strike", Bound.strike(position.instrument()))
                .param("expiry", Bound.expiry(position.instrument()))
                .param("multiplier", position.instrument().multiplier())
                .param("strategy", position.strategy().name())
                .param("origin", position.origin().name())
                .param("state", position.state().name())
                .param("quantity", position.quantity())
                .param("bought", position.boughtQuantity())
                .param("boughtValue", position.boughtValue())
                .param("entry", position.entryPrice().perShare())
                .param("stop", levels.stop(type, position.entryPrice()).perShare())
                .param("target", levels.target(type, position.entryPrice()).perShare())
                .param("spread", Bound.decimal(entry.spread()))
                .param("delta", Bound.orNull(entry.delta()))
                .param("impliedVol", Bound.orNull(entry.impliedVolatility()))
                .param("underlying", Bound.decimal(entry.underlying().map(Price::perShare)))
                .param("holdMinutes", Bound.orNull(levels.holdMinutes(position.strategy())))
                .param("holdSessions", Bound.orNull(levels.holdSessions(position.strategy())))
                .param("openedAt", Bound.at(position.openedAt()))
                .param("build", buildId)
                .query((rs, _) -> rs.getLong("position_id"))
                .single();
    }

    void increase(long positionId, Position position) {
        InstrumentType type = position.instrument().type();
        database.jdbc()
                .sql(
                        """
                        update active_positions set
                            quantity = :quantity,
                            bought_quantity = :bought,
                            bought_value = :boughtValue,
                            entry_price = :entry,
                            stop_loss = :stop,
                            take_profit = :target
                        where account_id = :account and position_id = :position
                        """)
                .param("quantity", position.quantity())
                .param("bought", position.boughtQuantity())
                .param("boughtValue", position.boughtValue())
                .param("entry", position.entryPrice().perShare())
                .param("stop", levels.stop(type, position.entryPrice()).perShare())
                .param("target", levels.target(type, position.entryPrice()).perShare())
                .param("account", position.account().value())
                .param("position", positionId)
                .update();
    }

    /// The reason, a rule's name for our own sales, becomes that of the end when nothing is left. A
    /// fill of PARTIAL marks it as taken at once, so that no crash lets it fire twice.
    void reduce(long positionId, Position position, String reason) {
        database.jdbc()
                .sql(
                        """
                        update active_positions set
                            quantity = :quantity,
                            sold_quantity = :sold,
                            sold_value = :soldValue,
                            state = :state,
                            ended_at = :endedAt,
                            end_reason = case when :quantity = 0 then :reason end,
                            partial_taken = partial_taken or :reason = 'PARTIAL'
                        where account_id = :account and position_id = :position
                        """)
                .param("quantity", position.quantity())
                .param("sold", position.soldQuantity())
                .param("soldValue", position.soldValue())
                .param("state", position.state().name())
                .param("endedAt", Bound.at(position.endedAt()))
                .param("reason", reason)
                .param("account", position.account().value())
                .param("position", positionId)
                .update();
    }
}
