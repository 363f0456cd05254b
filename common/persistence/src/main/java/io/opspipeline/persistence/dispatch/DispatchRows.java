package io.opspipeline.persistence.dispatch;

import io.opspipeline.domain.account.AccountId;
import io.opspipeline.domain.denial.Denial;
import io.opspipeline.domain.denial.DenialCode;
import io.opspipeline.domain.dispatch.DispatchStatus;
import io.opspipeline.domain.dispatch.EntryPlan;
import io.opspipeline.domain.instrument.Instrument;
import io.opspipeline.persistence.sql.Bound;
import io.opspipeline.persistence.sql.Database;
import io.opspipeline.persistence.sql.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables `dispatch_executions` and `dispatch_transitions`, one row at a time. Every method belongs
/// in a transaction of its caller.
public final class DispatchRows {

    private final Database database;

    /// The rows of a database.
    public DispatchRows(Database database) {
        this.database = database;
    }

    /// A dispatch of an account, locked.
    public Optional<EntryDispatch> lock(AccountId account, long dispatchId) {
        return database.jdbc()
                .sql(
                        """
                        select * from dispatch_executions
                        where account_id = :account and dispatch_id = :dispatch
                        for update
                        """)
                .param("account", account.value())
                .param("dispatch", dispatchId)
                .query((rs, _) -> EntryDispatch.read(new Row(rs)))
                .optional();
    }

    /// A dispatch by its row alone, for a caller that knows no more.
    public Optional<EntryDispatch> lock(long dispatchId) {
        return database.jdbc()
                .sql("select * from dispatch_executions where dispatch_id = :dispatch for update")
                .param("dispatch", dispatchId)
                .query((rs, _) -> EntryDispatch.read(new Row(rs)))
                .optional();
    }

    /// Ends a dispatch that was not, or not all, filled, with its transition.
    ///
    /// @throws IllegalStateException when the status may not follow
    public void deny(EntryDispatch dispatch, DispatchStatus end, Denial denial, Instant at) {
        move(dispatch, end, Optional.of(denial.code()), denial.words(), at);
    }

    /// Moves a dispatch on, with its transition. A status that nothing follows ends it and gives
    /// back what it reserved.
    ///
    /// @throws IllegalStateException when the status may not follow
    public EntryDispatch move(
            EntryDispatch dispatch, DispatchStatus next, String reason, Instant at) {
        return move(dispatch, next, Optional.empty(), reason, at);
    }

    private EntryDispatch move(
            EntryDispatch dispatch,
            DispatchStatus next,
            Optional<DenialCode> denial,
            String reason,
            Instant at) {
        if (!dispatch.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "dispatch %d of %s is %s and cannot become %s (%s)"
                            .formatted(
                                    dispatch.id(),
                                    dispatch.account(),
                                    dispatch.status(),
                                    next,
                                    reason));
        }
        database.jdbc()
                .sql(
                        """
                        update dispatch_executions set
                            status = :status,
                            reason = case when :ended then :reason else reason end,
                            denial = :denial,
                            ended_at = case when :ended then :at::timestamptz else ended_at end,
                            reserved = case when :ended then 0 else reserved end
                        where account_id = :account and dispatch_id = :dispatch
                        """)
                .param("status", next.name())
                .param("reason", reason)
                .param("denial", Bound.text(denial.map(DenialCode::name)))
                .param("ended", next.isTerminal())
                .param("at", Bound.at(at))
                .param("account", dispatch.account().value())
                .param("dispatch", dispatch.id())
                .update();
        note(dispatch, next, reason, at);
        return dispatch.in(next);
    }

    /// Writes a row of the dispatch's history; a remark keeps the status.
    public void note(EntryDispatch dispatch, DispatchStatus next, String reason, Instant at) {
        database.jdbc()
                .sql(
                        """
                        insert into dispatch_transitions (dispatch_id, from_status, to_status, reason, at)
                        values (:dispatch, :from, :to, :reason, :at)
                        """)
                .param("dispatch", dispatch.id())
                .param("from", dispatch.status().name())
                .param("to", next.name())
                .param("reason", reason)
                .param("at", Bound.at(at))
                .update();
    }

    /// Writes what the dispatch buys and reserves its cost.
    void plan(AccountId account, EntryPlan plan) {
        Instrument instrument = plan.instrument();
        database.jdbc()
                .sql(
                        """
                        update dispatch_executions set
                            instrument_type = :type,
                            symbol = :symbol,
                            strike = :strike,
                            expiry = :expiry,
                            multiplier = :multiplier,
                            contracts = :contracts,
                            plan_price = :price,
                            plan_bid = :bid,
                            plan_implied_vol = :impliedVol,
                            plan_delta = :delta,
                            notional = :cost,
                            reserved = :cost
                        where account_id = :account and dispatch_id = :dispatch
                        """)
                .param("type", instrument.type().name())
                .param("symbol", instrument.symbol())
                .param("strike", Bound.strike(instrument))
                .param("expiry", Bound.expiry(instrument))
                .param("multiplier", instrument.multiplier())
                .param("contracts", plan.quantity())
                .param("price", plan.price().perShare())
                .param("bid", plan.bid().perShare())
                .param("impliedVol", Bound.orNull(plan.impliedVolatility()))
                .param("delta", Bound.orNull(plan.delta()))
                .param("cost", plan.cost().amount())
                .param("account", account.value())
                .param("dispatch", plan.dispatchId())
                .update();
    }

    /// The first order is committed: entries are counted from here.
    public void submitted(EntryDispatch dispatch, Instant at) {
        database.jdbc()
                .sql(
                        """
                        update dispatch_executions set submitted_at = :at
                        where account_id = :account and dispatch_id = :dispatch and submitted_at is null
                        """)
                .param("at", Bound.at(at))
                .param("account", dispatch.account().value())
                .param("dispatch", dispatch.id())
                .update();
    }

    /// What is filled, at which average; what stays reserved is the unfilled rest at the plan
    /// price.
    public void filled(EntryDispatch dispatch, int quantity, Optional<BigDecimal> averagePrice) {
        database.jdbc()
                .sql(
                        """
                        update dispatch_executions set
                            filled = :filled,
                            fill_price = :price,
                            reserved = least(reserved, plan_price * multiplier * greatest(contracts - :filled, 0))
                        where account_id = :account and dispatch_id = :dispatch
                        """)
                .param("filled", quantity)
                .param("price", Bound.decimal(averagePrice))
                .param("account", dispatch.account().value())
                .param("dispatch", dispatch.id())
                .update();
    }

    /// Signals that have more than one execution, or more than one order at work.
    int duplicates(AccountId account, Instant from) {
        return database.jdbc()
                .sql(
                        """
                        select count(*) from (
                            select signal_id, cause from dispatch_executions
                            where account_id = :account and created_at >= :from
                            group by signal_id, cause having count(*) > 1
                            union
                            select signal_id, cause from orders
                            join dispatch_executions as dispatch using (dispatch_id)
                            where dispatch.account_id = :account and dispatch.created_at >= :from
                                and orders.ended_at is null
                            group by signal_id, cause having count(*) > 1
                        ) as duplicates
                        """)
                .param("account", account.value())
                .param("from", Bound.at(from))
                .query(Integer.class)
                .single();
    }

    /// Entries in progress of which no order may still be filled, by id.
    List<Long> withoutWorkingOrder(AccountId account) {
        return database.jdbc()
                .sql(
                        """
                        select dispatch_id from dispatch_executions as dispatch
                        where account_id = :account and status in ('INTENT', 'SUBMITTED', 'IN_DOUBT')
                            and not exists (
                                select from orders
                                where orders.dispatch_id = dispatch.dispatch_id and orders.ended_at is null)
                        order by dispatch_id
                        """)
                .param("account", account.value())
                .query(Long.class)
                .list();
    }
}
